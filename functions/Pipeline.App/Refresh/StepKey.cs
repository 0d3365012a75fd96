using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.App.Refresh;

/// <summary>
/// Names a step by everything its result depends on: the code that computes it, its inputs and its parameters. The same key means
/// the same bytes, so a step whose key is known need not run again.
/// </summary>
internal static class StepKey
{
    /// <summary>SHA-256 over the parts, each on a line of its own, lower-case hexadecimal.</summary>
    public static string Of(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    /// <summary>
    /// Version of the code in some assemblies. The compiler derives a module's identifier from its content, so that it changes with the
    /// code and with nothing else.
    /// </summary>
    public static string CodeVersion(params IEnumerable<Assembly> assemblies) =>
        Of(assemblies.Select(assembly => $"{assembly.GetName().Name} {assembly.ManifestModule.ModuleVersionId:N}").Order(StringComparer.Ordinal))[..16];
}
