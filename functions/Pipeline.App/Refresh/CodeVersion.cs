using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.App.Refresh;

/// <summary>Version of the code behind a stage, as part of the key of its steps.</summary>
internal static class CodeVersion
{
    /// <summary>
    /// Sixteen hexadecimal digits over the modules of some assemblies. The compiler derives a module's identifier from its content, so
    /// that the version changes with the code and with nothing else.
    /// </summary>
    public static string Of(params IEnumerable<Assembly> assemblies)
    {
        IEnumerable<string> modules = assemblies.Select(assembly => $"{assembly.GetName().Name} {assembly.ManifestModule.ModuleVersionId:N}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', modules))))[..16];
    }
}
