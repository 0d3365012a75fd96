using Azure.Data.Tables;

namespace Pipeline.Storage.Tests;

/// <summary>
/// Expected signatures were computed with another tool: HMAC-SHA256 of date, line feed and resource, with the key's bytes.
/// </summary>
public sealed class TableSharedKeyTests
{
    private const string Date = "Sun, 22 Nov 2026 03:00:00 GMT";
    private const string Key = "YSBrZXkgb2YgdGhlIG1pbmlzdHJ5";

    [Fact]
    public void A_row_is_signed_by_date_account_and_the_path_as_it_is_sent() =>
        Assert.Equal(
            "Y60jAfvPmt0guMUNR5V5hEp/e7Nqx5AdEbN6jTqIMRw=",
            new TableSharedKeyCredential("minerals", Key)
                .Sign(Date, new Uri("https://minerals.table.core.windows.net/runs(PartitionKey=%27run%27,RowKey=%27a%27)?$top=3")));

    [Fact]
    public void On_the_emulator_the_account_is_in_the_path_too_and_only_comp_of_the_query_is_signed() =>
        Assert.Equal(
            "zG9Ir+q3g4cPWXks7rnLO7Wb+4uTn1w7BQjHD7JNHsE=",
            new TableSharedKeyCredential("devstoreaccount1", Key)
                .Sign(Date, new Uri("http://127.0.0.1:10002/devstoreaccount1/runs()?$filter=x&comp=acl")));
}
