using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Pipeline.App.Commands;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Triggers;

/// <summary>The built program, started as the Functions host starts it: no arguments, its environment, and the hosting image's left-over variables.</summary>
public sealed class StartedProcessTests
{
    /// <summary>Nobody listens there: the program answers the host before it has reached its storage.</summary>
    private const string NoStorage = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;QueueEndpoint=http://127.0.0.1:9/devstoreaccount1;TableEndpoint=http://127.0.0.1:9/devstoreaccount1";

    [Fact]
    public async Task It_answers_on_the_hosts_port_alone_whatever_the_hosting_image_left_in_the_environment()
    {
        using TemporaryFolder elsewhere = new();
        await File.WriteAllTextAsync(elsewhere.File("appsettings.json"), """{ "Kestrel": { "Endpoints": { "Leaked": { "Url": "http://127.0.0.1:1" } } } }""");
        int port = HostPlayer.FreePort(), leaked = HostPlayer.FreePort();
        ProcessStartInfo start = new("dotnet", [typeof(Program).Assembly.Location])
        {
            WorkingDirectory = Path.GetDirectoryName(typeof(Program).Assembly.Location)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in new[]
        {
            ("FUNCTIONS_CUSTOMHANDLER_PORT", port.ToString(CultureInfo.InvariantCulture)),
            ("FUNCTIONS_CUSTOMHANDLER_WORKER_ID", "1"),
            ("FUNCTIONS_APP_ROOT_PATH", elsewhere.Path),
            ("ASPNETCORE_URLS", $"http://+:{leaked}"),
            ("ASPNETCORE_HTTP_PORTS", leaked.ToString(CultureInfo.InvariantCulture)),
            ("ASPNETCORE_CONTENTROOT", elsewhere.Path),
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Kestrel__Endpoints__Http__Url", $"http://127.0.0.1:{leaked}"),
            ("AzureWebJobsStorage", NoStorage),
        })
        {
            start.Environment[name] = value;
        }

        using Process program = Process.Start(start)!;
        Task<string> errors = program.StandardError.ReadToEndAsync();
        try
        {
            string? line = await program.StandardOutput.ReadLineAsync();
            Assert.True(line is not null, line ?? "the program has ended");
            Assert.Equal($"answering the Functions host on http://127.0.0.1:{port}", line);
            using HostPlayer host = new($"http://127.0.0.1:{port}");
            using HttpResponseMessage root = await host.GetAsync("/");
            using HttpResponseMessage closed = await host.GetAsync("/api/v1/minerals");

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (root.StatusCode, closed.StatusCode));
            using TcpClient stranger = new();
            await Assert.ThrowsAsync<SocketException>(() => stranger.ConnectAsync(IPAddress.Loopback, leaked));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
            await errors;
        }
    }

    [Fact]
    public async Task No_thread_of_the_server_interrupts_another_when_a_packet_wakes_it()
    {
        int port = HostPlayer.FreePort();
        ProcessStartInfo start = new("dotnet", [typeof(Program).Assembly.Location]) { WorkingDirectory = Path.GetDirectoryName(typeof(Program).Assembly.Location)!, RedirectStandardOutput = true };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["AzureWebJobsStorage"] = NoStorage;
        using Process program = Process.Start(start)!;
        try
        {
            Assert.Equal($"answering the Functions host on http://127.0.0.1:{port}", await program.StandardOutput.ReadLineAsync());
            using HostPlayer host = new($"http://127.0.0.1:{port}");
            using HttpResponseMessage root = await host.GetAsync("/");

            // The threads that read sockets and work off requests are there by now.
            Assert.Equal([BatchScheduling.Policy], PoliciesOfThreads(program.Id).Distinct());
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    /// <summary>
    /// Field 41 of the kernel's line about each thread. The second, its name in brackets, may hold blanks, so fields are counted from the third on. A
    /// thread that ends meanwhile has no policy any more.
    /// </summary>
    private static List<int> PoliciesOfThreads(int process)
    {
        List<int> policies = [];
        foreach (string thread in Directory.GetDirectories($"/proc/{process}/task"))
        {
            try
            {
                string line = File.ReadAllText(Path.Combine(thread, "stat"));
                policies.Add(int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[41 - 3], CultureInfo.InvariantCulture));
            }
            catch (IOException) when (!Directory.Exists(thread))
            {
                continue;
            }
        }

        return policies;
    }

    [Theory]
    [InlineData("0")]
    [InlineData("http")]
    public void A_port_that_is_none_ends_the_start_with_a_sentence(string port)
    {
        ProcessOutcome outcome = RunningProcess.Run(
            "dotnet", RepositoryFolder.Root, new Dictionary<string, string> { ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port }, typeof(Program).Assembly.Location);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("FUNCTIONS_CUSTOMHANDLER_PORT: expected a port", outcome.Error, StringComparison.Ordinal);
    }
}
