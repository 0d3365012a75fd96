using System.CommandLine;
using System.Net;
using Pipeline.App.Settings;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Sources.Templates;
using Pipeline.Storage;

namespace Pipeline.App.Commands;

/// <summary>The verbs of the program and their options.</summary>
internal static class CommandLine
{
    /// <summary>Parses the arguments and runs the verb. Without one a person gets help, and the Functions host gets what it has started the program for.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Surroundings surroundings)
    {
        RootCommand root = new("Figures, scores and briefings on the supply of critical minerals.")
        {
            Refresh(surroundings), Serve(surroundings), Read(surroundings), Explain(surroundings), Table(surroundings), Scenario(surroundings), Changes(surroundings), Parameters(surroundings), Runs(surroundings),
            Alerts(surroundings), Redrive(surroundings), Backfill(surroundings), Template(surroundings), StarterFeeds(surroundings),
        };
        ParseResult parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(error => error.Message))
            {
                await surroundings.Error.WriteLineAsync(message);
            }

            await surroundings.Error.WriteLineAsync("Use --help to see verbs and options.");
            return ExitCode.Usage;
        }

        try
        {
            if (arguments.Length == 0 && surroundings.Host is { } host)
            {
                return await ServeCommand.RunUnderHostAsync(host, surroundings, CancellationToken.None);
            }

            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = surroundings.Output,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (PipelineException fault)
        {
            await surroundings.Error.WriteLineAsync($"{fault.GetType().Name}: {fault.Message}");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            await surroundings.Error.WriteLineAsync("Stopped. What was stored is kept; the same command goes on from there.");
            return ExitCode.Failed;
        }
        catch (IOException fault)
        {
            await surroundings.Error.WriteLineAsync(fault.Message);
            return ExitCode.Failed;
        }
        catch (AggregateException fault) when (fault.InnerExceptions.All(inner => inner is Azure.RequestFailedException))
        {
            await surroundings.Error.WriteLineAsync($"Storage did not answer: {fault.InnerExceptions[0].Message.Split('\n')[0].Trim()} Check {StorageSettings.Setting} and that the account is reachable.");
            return ExitCode.Failed;
        }
        catch (Azure.RequestFailedException fault)
        {
            // The service's message has the request in its later lines; the first says what is wrong.
            await surroundings.Error.WriteLineAsync($"Storage answered {fault.Status} {fault.ErrorCode}: {fault.Message.Split('\n')[0].Trim()} Check {StorageSettings.Setting} and that the account is reachable.");
            return ExitCode.Failed;
        }
    }

    private static Command Refresh(Surroundings surroundings)
    {
        Option<string?> quarter = new("--quarter") { Description = "Quarter to refresh, for example 2026Q4; the current one unless given." };
        Option<DirectoryInfo?> feeds = new("--feeds") { Description = "Folder of publisher files, recognised by content; what is in storage unless given." };
        Option<DirectoryInfo?> outputFolder = new("--out") { Description = "Folder that receives the briefings and results.csv." };
        Option<string?> only = new("--only") { Description = "Minerals to assess, separated by commas; the vintage is stored and not made current." };
        Option<bool> dryRun = new("--dry-run") { Description = "Compute everything and publish nothing." };
        Option<bool> json = new("--json") { Description = "One JSON object on standard output, progress on standard error." };
        quarter.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !Quarter.TryParse(text, out _))
            {
                result.AddError($"'{text}' is no quarter; expected a form such as 2026Q4.");
            }
        });
        only.Validators.Add(result =>
        {
            foreach (string id in Split(result.GetValueOrDefault<string?>()).Where(id => MineralCatalogue.Find(id) is null))
            {
                result.AddError($"'{id}' is no mineral{NearestName.Question(id, MineralCatalogue.All.Select(mineral => mineral.Id))}");
            }
        });
        feeds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<DirectoryInfo?>() is { Exists: false } folder)
            {
                result.AddError($"There is no folder '{folder}'.");
            }
        });
        Command command = new("refresh", "Read the feeds, compute, render and publish a vintage.") { quarter, feeds, outputFolder, only, dryRun, json };
        command.SetAction((parsed, cancellation) => RefreshCommand.RunAsync(
            new RefreshArguments(
                Quarter.TryParse(parsed.GetValue(quarter), out Quarter wanted) ? wanted : null,
                parsed.GetValue(feeds)?.FullName,
                parsed.GetValue(outputFolder)?.FullName,
                [.. Split(parsed.GetValue(only))],
                parsed.GetValue(dryRun),
                parsed.GetValue(json)),
            surroundings,
            cancellation));
        return command;
    }

    private static Command Serve(Surroundings surroundings)
    {
        Option<int> port = new("--port") { Description = "Port; 0 takes a free one.", DefaultValueFactory = _ => 7071 };
        Option<string> address = new("--address")
        {
            Description = "Address to listen on; another than a loopback address needs the settings of sign-in, and something before it that encrypts.",
            DefaultValueFactory = _ => IPAddress.Loopback.ToString(),
        };
        address.Validators.Add(result =>
        {
            if (!IPAddress.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError("An address is written in digits, such as 127.0.0.1 or ::1.");
            }
        });
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                result.AddError("A port is a number from 0 to 65535.");
            }
        });
        Command command = new("serve", "Run timers and queues and answer the API, on the loopback address unless callers sign in.") { port, address };
        command.SetAction((parsed, cancellation) => ServeCommand.RunAsync(parsed.GetValue(port), IPAddress.Parse(parsed.GetValue(address)!), surroundings, cancellation));
        return command;
    }

    private static Command Read(Surroundings surroundings)
    {
        Argument<string> file = new("file") { Description = "Publisher file." };
        Option<string?> source = new("--source") { Description = "Source to read it as; chosen by content unless given." };
        source.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } id && SourceReaders.All.All(reader => reader.Source != id))
            {
                result.AddError($"'{id}' is no source; known: {string.Join(", ", SourceReaders.All.Select(reader => reader.Source))}.");
            }
        });
        Option<bool> json = new("--json") { Description = "Every observation as JSON." };
        Command command = new("read", "Show what a reader makes of one publisher file.") { file, source, json };
        command.SetAction((parsed, cancellation) => ReadCommand.RunAsync(
            parsed.GetValue(file)!, parsed.GetValue(source), parsed.GetValue(json), surroundings.Output, surroundings.Error, cancellation));
        return command;
    }

    private static Command Explain(Surroundings surroundings)
    {
        Argument<string> mineral = new("mineral") { Description = "Identifier of the mineral, for example cobalt." };
        Argument<string> indicator = new("indicator") { Description = "Identifier of the indicator, for example import-stability-refined." };
        mineral.Validators.Add(result => Known(result, result.GetValueOrDefault<string>(), "mineral", MineralCatalogue.All.Select(one => one.Id)));
        indicator.Validators.Add(result => Known(result, result.GetValueOrDefault<string>(), "indicator", Vocabulary.Codes(Term.Indicator)));
        Option<string?> vintage = new("--vintage") { Description = "Published vintage; the current one unless given." };
        Command command = new("explain", "Print the tree from a score down to source cells.") { mineral, indicator, vintage };
        command.SetAction((parsed, cancellation) => ExplainCommand.RunAsync(
            parsed.GetValue(mineral)!, parsed.GetValue(indicator)!, parsed.GetValue(vintage), surroundings, cancellation));
        return command;
    }

    private static Command Table(Surroundings surroundings)
    {
        Option<bool> csv = new("--csv") { Description = "CSV with full precision and both ends of every interval." };
        Option<string?> vintage = new("--vintage") { Description = "Published vintage; the current one unless given." };
        Command command = new("table", "Show all minerals against indicators, self-sufficiency, growth and factors (internal), and for want of what the others cannot be judged.")
        {
            csv, vintage,
        };
        command.SetAction((parsed, cancellation) => TableCommand.RunAsync(parsed.GetValue(csv), parsed.GetValue(vintage), surroundings, cancellation));
        return command;
    }

    private static Command Changes(Surroundings surroundings)
    {
        Argument<string> before = new("A") { Description = "Vintage, for example 2026Q3-ff0fbefb, or a quarter, which stands for its newest vintage." };
        Argument<string> after = new("B") { Description = "Vintage or quarter that is compared with it." };
        Option<string?> mineral = new("--mineral") { Description = "Only this mineral, with all its results." };
        mineral.Validators.Add(result => Known(result, result.GetValueOrDefault<string?>(), "mineral", MineralCatalogue.All.Select(one => one.Id)));
        Option<bool> json = new("--json") { Description = "One JSON object, as the API answers." };
        Command command = new("changes", "Tell why results moved between two vintages: new data, revised data, parameters, method.") { before, after, mineral, json };
        command.SetAction((parsed, cancellation) => ChangesCommand.RunAsync(
            parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetValue(mineral), parsed.GetValue(json), surroundings, cancellation));
        return command;
    }

    private static Command Parameters(Surroundings surroundings)
    {
        Option<string?> asOf = new("--as-of") { Description = "Day for which they hold, for example 2026-12-31; today unless given." };
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !TryDay(text, out _))
            {
                result.AddError($"'{text}' is no day; expected a form such as 2026-12-31.");
            }
        });
        Option<bool> stale = new("--stale") { Description = "Only those that are past their confirmation." };
        Command command = new("parameters", "Show the free choices of the method, and which of them must be confirmed.") { asOf, stale };
        command.SetAction((parsed, _) => ParametersCommand.RunAsync(TryDay(parsed.GetValue(asOf), out DateOnly day) ? day : null, parsed.GetValue(stale), surroundings));
        return command;

        static bool TryDay(string? text, out DateOnly day) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out day);
    }

    private static Command Scenario(Surroundings surroundings)
    {
        Argument<FileInfo> file = new("file") { Description = "JSON of the scenario, as infra/scenarios.md describes it." };
        Option<string?> vintage = new("--vintage") { Description = "Published vintage to start from; the one that the file names, or the current one, unless given." };
        Option<bool> json = new("--json") { Description = "One JSON object, the same as over HTTP." };
        Option<FileInfo?> radar = new("--radar") { Description = "SVG file that receives the radar before and after." };
        Option<string> language = new("--language") { Description = "Language of the radar: ja or en.", DefaultValueFactory = _ => "ja" };
        file.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Exists: false } missing)
            {
                result.AddError($"There is no file '{missing}'.");
            }
        });
        language.Validators.Add(result => Known(result, result.GetValueOrDefault<string>(), "language", ["ja", "en"]));
        Command command = new("scenario", "Compute a mineral before and after policy measures; nothing is kept.") { file, vintage, json, radar, language };
        command.SetAction((parsed, cancellation) => ScenarioCommand.RunAsync(
            parsed.GetValue(file)!.FullName,
            parsed.GetValue(vintage),
            parsed.GetValue(json),
            parsed.GetValue(radar)?.FullName,
            parsed.GetValue(language) == "ja" ? Language.Japanese : Language.English,
            surroundings,
            cancellation));
        return command;
    }

    private static Command Runs(Surroundings surroundings)
    {
        Argument<string?> run = new("run") { Description = "Run to show step by step; all runs unless given.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> poison = new("--poison") { Description = "Show the messages that were given up instead, each with its cause." };
        Command command = new("runs", "Show the run ledger.") { run, poison };
        command.Validators.Add(result =>
        {
            if (result.GetValue(poison) && result.GetValue(run) is not null)
            {
                result.AddError("--poison shows the messages of all runs; leave out the run.");
            }
        });
        command.SetAction((parsed, cancellation) => parsed.GetValue(poison)
            ? RunsCommand.PoisonedAsync(surroundings, cancellation)
            : RunsCommand.RunAsync(parsed.GetValue(run), surroundings, cancellation));
        return command;
    }

    private static Command Alerts(Surroundings surroundings)
    {
        Command command = new("alerts", "Show what operators should know at this moment.");
        command.SetAction((_, cancellation) => AlertsCommand.RunAsync(surroundings, cancellation));
        return command;
    }

    private static Command Redrive(Surroundings surroundings)
    {
        Argument<string> queue = new("queue") { Description = $"Queue whose given-up messages are sent again: {string.Join(", ", QueueNames.All)}." };
        queue.Validators.Add(result => Known(result, result.GetValueOrDefault<string>(), "queue", QueueNames.All));
        Command command = new("redrive", "Send messages that were given up again, once their cause is mended.") { queue };
        command.SetAction((parsed, cancellation) => RedriveCommand.RunAsync(parsed.GetValue(queue)!, surroundings, cancellation));
        return command;
    }

    private static Command Backfill(Surroundings surroundings)
    {
        Option<string> from = new("--from") { Description = "First quarter, for example 2024Q1.", Required = true };
        Option<string> to = new("--to") { Description = "Last quarter, for example 2026Q4.", Required = true };
        foreach (Option<string> bound in new[] { from, to })
        {
            bound.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string?>() is { } text && !Quarter.TryParse(text, out _))
                {
                    result.AddError($"'{text}' is no quarter; expected a form such as 2026Q4.");
                }
            });
        }

        Command command = new("backfill", "Make the vintages of past quarters, each from what was published by its end.") { from, to };
        command.SetAction((parsed, cancellation) => BackfillCommand.RunAsync(Bound(parsed.GetValue(from)), Bound(parsed.GetValue(to)), surroundings, cancellation));
        return command;

        static Quarter Bound(string? text) => Quarter.TryParse(text, out Quarter quarter) ? quarter : default;
    }

    private static Command Template(Surroundings surroundings)
    {
        Argument<string> source = new("source") { Description = $"Source that is handed in on a template: {string.Join(", ", FeedTemplates.Sources)}." };
        source.Validators.Add(result => Known(
            result, result.GetValueOrDefault<string>(), $"source with a template ({string.Join(", ", FeedTemplates.Sources)})", FeedTemplates.Sources));
        Option<DirectoryInfo> to = new("--to") { Description = "Folder that receives the empty CSV, the empty workbook and the page that explains them.", Required = true };
        Command command = new("template", "Write the empty template of a source that offices and vendors hand in.") { source, to };
        command.SetAction((parsed, cancellation) => TemplateCommand.RunAsync(parsed.GetValue(source)!, parsed.GetValue(to)!.FullName, surroundings, cancellation));
        return command;
    }

    private static Command StarterFeeds(Surroundings surroundings)
    {
        Option<DirectoryInfo> from = new("--from") { Description = "Folder tree of publisher files.", Required = true };
        from.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<DirectoryInfo?>() is { Exists: false } folder)
            {
                result.AddError($"There is no folder '{folder}'.");
            }
        });
        Option<DirectoryInfo> to = new("--to") { Description = "Folder that receives the cuts and manifest.json.", Required = true };
        Command command = new("starter-feeds", "Cut the starter feeds from a folder of publisher files.") { from, to };
        command.SetAction((parsed, cancellation) => StarterFeedsCommand.RunAsync(parsed.GetValue(from)!.FullName, parsed.GetValue(to)!.FullName, surroundings, cancellation));
        return command;
    }

    private static void Known(System.CommandLine.Parsing.SymbolResult result, string? written, string kind, IEnumerable<string> known)
    {
        if (written is not null && !known.Contains(written))
        {
            result.AddError($"'{written}' is no {kind}{NearestName.Question(written, known)}");
        }
    }

    private static string[] Split(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
