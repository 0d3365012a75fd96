using System.IO.Compression;
using System.Security;
using System.Text;
using Pipeline.App.Tests.Running;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Sources.Templates;
using Pipeline.Storage;
using SourceFile = Pipeline.Sources.SourceFile;

namespace Pipeline.App.Tests.Pulling;

/// <summary>What an office fills in and drops. Figures, sites and companies are invented.</summary>
public sealed class SweptTemplateTests(EmptyAccounts accounts) : PulledStorage(accounts)
{
    private static readonly string[] Demand =
    [
        "1", "copper", "", "FY2024", "", "domestic_demand", "", "1,000", "t", "refined metal", "invented for tests", "", "", "Example Survey 2025",
        "Example Office", "original", "2025-09-30", "yes",
    ];

    [Fact]
    public async Task A_filled_workbook_is_taken_and_read()
    {
        await Storage.Inbox.DropAsync("需給調査 2024.xlsx", Workbook(Demand));

        Assert.Equal("inbox: 1 files, 1 taken, 0 refused, 0 replaced meanwhile", await SweepAsync());

        Snapshot taken = Assert.Single(Reads);
        Assert.Equal(("domestic-survey", "需給調査 2024.xlsx"), (taken.Record.SourceId, taken.Record.FileName));
        ReadResult read = SourceReaders.Read(new SourceFile(taken.Record.FileName, await Storage.Snapshots.ReadAsync(taken.Hash), taken.Hash));
        DomesticSupplyObservation row = (DomesticSupplyObservation)Assert.Single(read.Observations);
        Assert.Equal(("FY2024", 1_000d, true), (row.Period.Code, row.Value.Point, row.Cell.Illustrative));
        Assert.Equal("需給調査 2024.xlsx[domestic-survey]!2:value (H2)", row.Cell.Address);
    }

    [Theory]
    [InlineData(1, "cupper", "cell B2 (column mineral_id)", "'cupper'")]
    [InlineData(0, "2", "cell A2 (column domestic_survey_version)", "'2'")]
    public async Task A_file_that_stops_at_a_cell_stays_and_the_alert_names_the_cell(int column, string bad, string place, string found)
    {
        await Storage.Inbox.DropAsync("survey.xlsx", Workbook(With(column, bad)));

        Assert.Equal("inbox: 1 files, 0 taken, 1 refused, 0 replaced meanwhile", await SweepAsync());

        Alert alert = Assert.Single(await Storage.Alerts.ListAsync());
        Assert.Equal(("inbox-refused", "survey.xlsx"), (alert.Kind, alert.Subject));
        Assert.Contains(place, alert.Message, StringComparison.Ordinal);
        Assert.Contains(found, alert.Message, StringComparison.Ordinal);
        Assert.Empty(Reads);
        Assert.Single(await Storage.Inbox.ListAsync().ToListAsync());

        await Storage.Inbox.DropAsync("survey.xlsx", Workbook(Demand));
        Assert.Equal("inbox: 1 files, 1 taken, 0 refused, 0 replaced meanwhile", await SweepAsync());
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task A_single_bad_row_does_not_hold_up_the_file()
    {
        await Storage.Inbox.DropAsync("survey.xlsx", Workbook(Demand, With(7, "about 5")));

        await SweepAsync();

        Assert.Single(Reads);
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task What_companies_reported_on_one_mine_is_never_stored_and_not_repeated_in_the_alert()
    {
        string[] restricted = With(5, "mine_imports");
        (restricted[6], restricted[7], restricted[11], restricted[12]) = ("Example Secret Mine", "987654", "1", "1");
        await Storage.Inbox.DropAsync("survey.xlsx", Workbook(Demand, restricted));

        Assert.Equal("inbox: 1 files, 0 taken, 1 refused, 0 replaced meanwhile", await SweepAsync());

        Alert alert = Assert.Single(await Storage.Alerts.ListAsync());
        Assert.Contains("survey.xlsx[domestic-survey]!3:contributors (L3)", alert.Message, StringComparison.Ordinal);
        Assert.Contains("closed application", alert.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("987654", alert.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", alert.Message, StringComparison.Ordinal);
        Assert.Empty(await SnapshotsAsync());
    }

    private static string[] With(int column, string cell)
    {
        string[] row = [.. Demand];
        row[column] = cell;
        return row;
    }

    /// <summary>The empty workbook that the command writes, with rows typed into its first sheet.</summary>
    private static byte[] Workbook(params string[][] rows)
    {
        using MemoryStream stream = new();
        stream.Write(FeedTemplates.Empty("domestic-survey").Single(file => file.Name.EndsWith(".xlsx", StringComparison.Ordinal)).Bytes.Span);
        using (ZipArchive archive = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using Stream part = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
            string sheet = new StreamReader(part, Encoding.UTF8).ReadToEnd().Replace(
                "</sheetData>", string.Concat(rows.Select((row, index) => Row(row, index + 2))) + "</sheetData>", StringComparison.Ordinal);
            part.SetLength(0);
            part.Write(Encoding.UTF8.GetBytes(sheet));
        }

        return stream.ToArray();
    }

    private static string Row(string[] cells, int number) => $"<row r=\"{number}\">{string.Concat(cells.Select((cell, column) =>
        $"<c r=\"{(char)('A' + column)}{number}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>"))}</row>";
}
