using System.Net;
using Pipeline.Tests.Publishing;

namespace Pipeline.Sources.Tests.Pull;

public sealed class AddressRuleTests : Played
{
    [Theory]
    [InlineData($"http://{Host}{Path}?{Secret}", "the scheme http")]
    [InlineData($"https://{Unlisted}{Path}?{Secret}", $"the host {Unlisted}, which is not on the list")]
    [InlineData($"https://sub.{Host}{Path}?{Secret}", $"the host sub.{Host}, which is not on the list")]
    [InlineData($"https://{Host}.{Path}?{Secret}", $"the host {Host}., which is not on the list")]
    [InlineData($"https://{Host}:8443{Path}?{Secret}", "a port of its own")]
    [InlineData($"https://appId:0123456789abcdef@{Host}{Path}", "a user in the address")]
    [InlineData($"https://127.0.0.1{Path}?{Secret}", "a numeric address")]
    [InlineData($"https://[::1]{Path}?{Secret}", "a numeric address")]
    [InlineData($"https://2130706433{Path}?{Secret}", "a numeric address")]
    [InlineData($"https://0x7f.1{Path}?{Secret}", "a numeric address")]
    public async Task An_address_that_is_not_https_to_a_listed_host_is_never_asked(string address, string found)
    {
        PublisherAddressException refusal = await FaultAsync<PublisherAddressException>(Target(address));

        Assert.Equal(found, refusal.Fault.Found);
        Assert.Empty(Server.Requests);
    }

    [Theory]
    [InlineData($"https://{Unlisted}/file?appId=0123456789abcdef", $"the host {Unlisted}, which is not on the list")]
    [InlineData($"http://{Host}/file", "the scheme http")]
    [InlineData("https://169.254.169.254/metadata/identity", "a numeric address")]
    [InlineData("file:///etc/hostname", "the scheme file")]
    public async Task A_redirect_is_held_to_the_same_rules(string to, string found)
    {
        Server.Answer(Path, PlayedPublisher.Redirect(to));

        PublisherAddressException refusal = await FaultAsync<PublisherAddressException>();

        Assert.Equal(found, refusal.Fault.Found);
        Assert.Equal($"{Host}{Path}", refusal.Fault.Source);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(308)]
    public async Task A_redirect_to_a_listed_host_is_followed(int status)
    {
        Server.Answer(Path, PlayedPublisher.Redirect($"https://{OtherHost}/moved.csv", status));
        Server.Serve("/moved.csv", RealFile);

        using Delivered file = Assert.IsType<Delivered>(await FetchAsync());

        Assert.Equal(RealFile.Length, file.Bytes.Length);
        Assert.Equal([Host, OtherHost], Server.Requests.Select(request => request.Host));
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_no_more()
    {
        Server.Answer(Path, PlayedPublisher.Redirect("/1"));
        Server.Answer("/1", PlayedPublisher.Redirect("/2"));
        Server.Answer("/2", PlayedPublisher.Redirect("/3"));
        Server.Serve("/3", RealFile);
        (await FetchAsync()).Dispose();
        Assert.Equal(4, Server.Requests.Count);

        Server.Answer("/3", PlayedPublisher.Redirect(Path));
        Assert.Equal("200 after at most 3 redirects", (await FaultAsync<PublisherAnswerException>()).Fault.Expected);
        Assert.Equal(8, Server.Requests.Count);
    }

    [Fact]
    public async Task A_listed_name_that_leads_into_the_own_network_is_not_connected_to()
    {
        PublisherNetwork misled = Server.Network with { MayConnect = PublisherNetwork.Internet.MayConnect };

        PublisherAddressException refusal = await FaultAsync<PublisherAddressException>(network: misled);

        Assert.Equal(("127.0.0.1", Host), (refusal.Fault.Found, refusal.Fault.Source));
        Assert.Empty(Server.Requests);
        Assert.Empty(Clock.Waited);
    }

    [Fact]
    public async Task One_inside_address_among_public_ones_is_enough_to_refuse()
    {
        PublisherNetwork misled = PublisherNetwork.Internet with { Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse("192.0.66.2"), IPAddress.Parse("10.1.2.3") }) };

        Assert.Equal("10.1.2.3", (await FaultAsync<PublisherAddressException>(network: misled)).Fault.Found);
    }

    [Theory]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.2", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.128.0.1", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("2600:1f18::1", true)]
    public void Only_addresses_of_the_public_internet_may_be_connected_to(string address, bool expected) =>
        Assert.Equal(expected, PublisherNetwork.Internet.MayConnect(IPAddress.Parse(address)));

    [Fact]
    public async Task A_server_with_another_certificate_is_not_believed_and_not_asked_again()
    {
        await using PlayedPublisher impostor = await PlayedPublisher.StartAsync(Host);
        impostor.Serve(Path, RealFile);

        PublisherUnavailableException refusal = await FaultAsync<PublisherUnavailableException>(network: impostor.Network with { Trust = Server.Network.Trust });

        Assert.Equal("secure connection", refusal.Fault.Place);
        Assert.Empty(impostor.Requests);
        Assert.Empty(Clock.Waited);
    }

    [Fact]
    public async Task Without_a_judge_of_its_own_the_client_trusts_what_the_system_trusts()
    {
        Server.Serve(Path, RealFile);

        await FaultAsync<PublisherUnavailableException>(network: Server.Network with { Trust = null });

        Assert.Empty(Server.Requests);
    }
}
