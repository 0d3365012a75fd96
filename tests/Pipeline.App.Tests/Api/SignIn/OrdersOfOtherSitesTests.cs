using Pipeline.App.Api;

namespace Pipeline.App.Tests.Api.SignIn;

/// <summary>A browser lends the sign-in of the platform and the developer's machine to any page; no page of another site may order anything with them.</summary>
public sealed class OrdersOfOtherSitesTests
{
    private static readonly ApiRoute Order = new("v1/timers/{name}", Access.Operator, "order", Bilingual.Same("Orders."), _ => throw new InvalidOperationException("The stub answers."))
    {
        Method = "POST",
    };

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "none", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 204)]
    [InlineData("Origin", "https://elsewhere.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("User-Agent", "curl", 204)]
    public async Task An_order_with_the_sign_in_of_the_platform_comes_from_the_program_or_from_no_page(string header, string value, int status)
    {
        await using StubbedApi api = await StubbedApi.StartAsync([Order], CallerSource.Platform, directory: null);

        using HttpResponseMessage answer = await api.SendAsync(
            "POST", "/api/v1/timers/WatchRuns", null, (CallersTests.Header, CallersTests.Principal("roles", "Pipeline.Operator")), (header, value));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Origin", "https://elsewhere.example", 403)]
    [InlineData("User-Agent", "curl", 204)]
    public async Task An_order_on_the_developers_machine_too(string header, string value, int status)
    {
        await using StubbedApi api = await StubbedApi.StartAsync([Order], CallerSource.ThisMachine, directory: null);

        using HttpResponseMessage answer = await api.SendAsync("POST", "/api/v1/timers/WatchRuns", null, (header, value));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_token_is_lent_by_no_browser_and_holds_wherever_the_page_stands()
    {
        await using PlayedDirectory directory = await PlayedDirectory.StartAsync();
        await using StubbedApi api = await StubbedApi.StartAsync([Order], CallerSource.Platform, directory);

        using HttpResponseMessage answer = await api.SendAsync("POST", "/api/v1/timers/WatchRuns", directory.Token(["Pipeline.Operator"]), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(204, (int)answer.StatusCode);
    }
}
