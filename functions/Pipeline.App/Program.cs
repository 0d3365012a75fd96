using System.Globalization;
using Pipeline.App.Commands;
using Pipeline.App.Settings;
using Pipeline.App.Triggers;
using Pipeline.Domain;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
PipelineSettings settings;
HostEnvironment? host;
try
{
    host = HostEnvironment.Find();
    settings = SettingsFiles.Load(Directory.GetCurrentDirectory());
}
catch (PipelineException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return ExitCode.Usage;
}

return await CommandLine.RunAsync(args, new Surroundings(settings, Console.Out, Console.Error, TimeProvider.System) { Host = host });
