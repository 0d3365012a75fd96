using System.Buffers.Binary;

namespace Pipeline.Infrastructure.Tests.Hosting;

/// <summary>A small published folder as the Functions host takes it; deleted afterwards.</summary>
internal sealed class PublishedFolder : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public PublishedFolder()
    {
        Write("host.json", """
            {
              "version": "2.0",
              "functionTimeout": "00:30:00",
              "customHandler": { "description": { "defaultExecutablePath": "Pipeline.App" }, "enableProxyingHttpRequest": true },
              "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)" },
              "extensions": { "http": { "routePrefix": "api" }, "queues": { "maxDequeueCount": 5, "messageEncoding": "base64" } }
            }
            """);
        Write("AssessMineral/function.json", """
            { "bindings": [{ "name": "item", "type": "queueTrigger", "direction": "in", "queueName": "assess-mineral", "connection": "AzureWebJobsStorage" }] }
            """);
        Write("RefreshQuarter/function.json", """
            { "bindings": [{ "name": "timer", "type": "timerTrigger", "direction": "in", "schedule": "0 0 18 1 1,4,7,10 *" }],
              "retry": { "strategy": "fixedDelay", "maxRetryCount": 3, "delayInterval": "00:10:00" } }
            """);
        Write("Web/function.json", """
            { "bindings": [
                { "name": "req", "type": "httpTrigger", "direction": "in", "authLevel": "anonymous", "methods": ["get", "post"], "route": "{*path}" },
                { "name": "res", "type": "http", "direction": "out" }] }
            """);
        foreach (var library in (string[])["libhostfxr.so", "libhostpolicy.so", "libcoreclr.so"]) Write(library, "");
        WriteExecutable("Pipeline.App", ElfHeader(machine: 0x3e));
    }

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("published-").FullName;

    /// <summary>First bytes of an executable for 64-bit Linux on a machine (0x3e is x64, 0xb7 is ARM).</summary>
    public static byte[] ElfHeader(ushort machine)
    {
        var head = new byte[64];
        "\u007fELF\u0002"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(18), machine);
        return head;
    }

    /// <summary>Writes a text that nobody may execute.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        SetMode(path, Readable);
    }

    /// <summary>Writes a file that everybody may execute.</summary>
    public void WriteExecutable(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        SetMode(path, Executable);
    }

    /// <summary>Takes the execute bit away.</summary>
    public void ForbidExecution(string name) => SetMode(Path.Combine(Folder, name), Readable);

    /// <summary>Replaces a text in a file.</summary>
    public void Replace(string name, string found, string replacement)
    {
        var path = Path.Combine(Folder, name);
        var text = File.ReadAllText(path);
        Assert.Contains(found, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(found, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }
}
