using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Commands;

/// <summary>Where <c>serve</c> listens. A refusal comes before anything is opened, so nothing is served in these tests.</summary>
public sealed class ServeAddressTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.7")]
    [InlineData("::")]
    public async Task Where_others_could_call_it_does_not_start_unless_they_sign_in(string address)
    {
        CommandOutcome outcome = await CommandRun.RunAsync("serve", "--port", "0", "--address", address);

        Assert.Equal((2, string.Empty), (outcome.ExitCode, outcome.Output));
        Assert.Equal(
            $"OpenAddressException: serve, --address: expected a loopback address, unless callers sign in; found {address}. "
            + "Set Pipeline__SignInAuthority, SignInTenant and SignInAudiences, or leave --address out.",
            outcome.Error.Trim());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("*")]
    [InlineData("https://127.0.0.1")]
    public async Task A_name_is_no_address(string address)
    {
        CommandOutcome outcome = await CommandRun.RunAsync("serve", "--address", address);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("An address is written in digits, such as 127.0.0.1 or ::1.", outcome.Error, StringComparison.Ordinal);
    }
}
