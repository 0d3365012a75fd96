using System.Diagnostics;
using static System.FormattableString;

namespace Pipeline.Benchmarks.Api;

/// <summary>Debian's nginx with one worker on the first processor, serving the files of a folder.</summary>
internal sealed class Nginx : IDisposable
{
    private readonly Process process;

    private Nginx(Process process) => this.process = process;

    /// <summary>Starts it.</summary>
    /// <param name="folder">Folder of the files; its own files lie there too.</param>
    /// <param name="port">Port on the loopback address.</param>
    public static async Task<Nginx> StartAsync(string folder, int port)
    {
        string configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Invariant($$"""
            worker_processes 1; pid {{folder}}/nginx.pid; error_log {{folder}}/nginx.log; daemon off; master_process off;
            events { worker_connections 256; }
            http {
              types { application/json json; application/pdf pdf; }
              access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; gzip_static on; open_file_cache max=100;
              client_body_temp_path {{folder}}/b; proxy_temp_path {{folder}}/p; fastcgi_temp_path {{folder}}/f; uwsgi_temp_path {{folder}}/u; scgi_temp_path {{folder}}/s;
              server { listen 127.0.0.1:{{port}}; root {{folder}}; }
            }
            """));
        Nginx nginx = new(Process.Start("taskset", ["-c", "0", "nginx", "-c", configuration]));
        await FirstAnswer.AwaitAsync(Invariant($"http://127.0.0.1:{port}/snapshot.json"), () => nginx.process.HasExited);
        return nginx;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
