using System.Collections;
using System.Globalization;
using Pipeline.App.Settings;
using Pipeline.Domain;

namespace Pipeline.App.Triggers;

/// <summary>What the environment says about the host that has started this program; nothing else reads these variables.</summary>
/// <param name="Port">Port on which the host calls.</param>
/// <param name="SignInEnabled">True when the platform checks who calls before anything reaches the host, and takes its headers off what comes from outside.</param>
internal sealed record HostEnvironment(int Port, bool SignInEnabled)
{
    /// <summary>Variable with the port; its presence is the sign of the host.</summary>
    public const string PortVariable = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>Variable that is <c>True</c> while the platform checks who calls.</summary>
    public const string SignInVariable = "WEBSITE_AUTH_ENABLED";

    /// <summary>The host that has started this program, or none.</summary>
    /// <exception cref="SettingException">The port is none.</exception>
    public static HostEnvironment? Find() => Find(Environment.GetEnvironmentVariables());

    /// <summary>The host that some environment variables speak of, or none.</summary>
    public static HostEnvironment? Find(IDictionary variables)
    {
        if (variables[PortVariable] is not string { Length: > 0 } written)
        {
            return null;
        }

        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535
            ? new HostEnvironment(port, string.Equals(variables[SignInVariable] as string, bool.TrueString, StringComparison.OrdinalIgnoreCase))
            : throw new SettingException(new Fault("environment", PortVariable, "a port from 1 to 65535", $"'{written}'", "let the Functions host start the program, or remove the variable"));
    }
}
