using System.IO.Compression;

namespace Pipeline.Infrastructure.Tests.Hosting;

/// <summary>The app as it is really published: made once by the package script, unpacked as a platform unpacks it.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("published-app-");

    /// <summary>The unpacked folder.</summary>
    public string Folder => Path.Combine(work.FullName, "app");

    /// <summary>The package.</summary>
    public string Package => Path.Combine(work.FullName, "released-package.zip");

    /// <summary>Files of the repository that version control sees changed by the publishing.</summary>
    public string Changed { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var before = await StatusAsync();
        var outcome = await Script.RunAsync("infra/package/package.sh", ["--out", Package]);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Errors);
        var after = await StatusAsync();
        Changed = before == after ? "" : after;
        await ZipFile.ExtractToDirectoryAsync(Package, Folder);
    }

    public Task DisposeAsync()
    {
        work.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static async Task<string> StatusAsync()
    {
        using var git = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("git", ["status", "--porcelain", "--untracked-files=all"]) { WorkingDirectory = Repository.Path("."), RedirectStandardOutput = true })!;
        var status = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return status;
    }
}
