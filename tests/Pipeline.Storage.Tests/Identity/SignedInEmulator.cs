using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Pipeline.Storage.Tests.Identity;

/// <summary>An emulator that speaks https under a certificate made for it and takes tokens.</summary>
public sealed partial class SignedInEmulator : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-identity-");
    private Process? process;

    /// <summary>File with the certificate, for programs that are to trust it.</summary>
    public string CertificateFile => Path.Combine(folder.FullName, "certificate.pem");

    /// <summary>SHA-256 of the certificate, hexadecimal.</summary>
    public string Thumbprint { get; private set; } = "";

    /// <summary>Addresses of the blob, queue and table services.</summary>
    public IReadOnlyList<Uri> Services { get; private set; } = [];

    public async Task InitializeAsync()
    {
        // Starting one in the usual way first installs the package when it is not there.
        var options = StorageEmulatorOptions.OnFreePorts(Path.Combine(folder.FullName, "data"));
        await (await StorageEmulator.StartAsync(options)).DisposeAsync();
        var key = Path.Combine(folder.FullName, "key.pem");
        using (var pair = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=127.0.0.1", pair, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            var now = TimeProvider.System.GetUtcNow();
            using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
            Thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
            await File.WriteAllTextAsync(CertificateFile, certificate.ExportCertificatePem());
            await File.WriteAllTextAsync(key, pair.ExportPkcs8PrivateKeyPem());
        }

        process = Process.Start(new ProcessStartInfo(
            "node",
            [
                "run.js", "--silent", "--disableTelemetry", "--location", options.DataFolder, "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
                "--oauth", "basic", "--cert", CertificateFile, "--key", key,
            ]) { WorkingDirectory = options.PackageFolder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var services = new List<Uri>();
        while (services.Count < 3 && await process.StandardOutput.ReadLineAsync() is { } line)
            if (Listening().Match(line) is { Success: true } match) services.Add(new Uri($"{match.Groups[1].Value}/devstoreaccount1"));
        Services = services;
    }

    public async Task DisposeAsync()
    {
        process!.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"successfully listening at (https://\S+)$")]
    private static partial Regex Listening();
}
