using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Disclosure;

/// <summary>What a run of the starter feeds leaves behind: no file, briefing, stored answer or line of a log names target days or stock, and no open one a factor.</summary>
[Collection(RefreshedCollection.Name)]
public sealed partial class OpenOutputTests(RefreshedStorage refreshed)
{
    [Fact]
    public void The_table_of_results_has_open_results_only()
    {
        string table = File.ReadAllText(Path.Combine(refreshed.OutputFolder, "results.csv"));
        Assert.Contains("cobalt,production-concentration", table, StringComparison.Ordinal);
        Assert.All(IndicatorId.Factors, factor => Assert.DoesNotContain(factor, table, StringComparison.Ordinal));
        Assert.Empty(ConfidentialWords.In(table));
    }

    [Fact]
    public async Task No_briefing_names_a_factor_or_what_is_confidential_and_all_are_open()
    {
        ConcurrentBag<string> faults = [];
        string[] factors = [.. Enum.GetValues<Language>().SelectMany(language => IndicatorId.Factors.Select(factor => Vocabulary.Word(Term.Indicator, factor, language)))];
        Assert.Equal(84, refreshed.Briefings.Count);
        await Parallel.ForEachAsync(refreshed.Briefings, (path, _) =>
        {
            string text = RunningProcess.Run("pdftotext", RepositoryFolder.Root, path, "-").Output;
            // Lines of a page are broken anywhere in Japanese and at blanks in English.
            string[] readings = [Blanks().Replace(text, string.Empty), Blanks().Replace(text, " ")];
            string[] found = [.. readings.SelectMany(reading => ConfidentialWords.In(reading).Concat(factors.Where(name => reading.Contains(name, StringComparison.OrdinalIgnoreCase))))];
            bool open = text.Contains(path.EndsWith(".ja.pdf", StringComparison.Ordinal) ? "公開" : "OPEN", StringComparison.Ordinal);
            if (found.Length > 0 || !open)
            {
                faults.Add($"{Path.GetFileName(path)}: {string.Join(", ", found)}{(open ? string.Empty : " is not open")}");
            }

            return ValueTask.CompletedTask;
        });
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task No_list_of_printed_numbers_leads_to_a_factor_or_to_what_is_confidential()
    {
        string vintage = refreshed.Summary.GetProperty("vintage").GetString()!;
        foreach (string path in refreshed.Briefings)
        {
            string[] name = Path.GetFileName(path).Split('.');
            string json = Encoding.UTF8.GetString((await refreshed.Account.Briefings.TryGetNumbersAsync(vintage, name[0], name[1]))!.Bytes.Span);
            Assert.Empty(ConfidentialWords.In(json));
            Assert.All(IndicatorId.Factors, factor => Assert.DoesNotContain(factor, json, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_the_API_answers_is_open_but_for_factors_which_say_that_they_are_internal()
    {
        string vintage = refreshed.Summary.GetProperty("vintage").GetString()!;
        foreach (Mineral mineral in MineralCatalogue.All)
        {
            string json = Encoding.UTF8.GetString((await VintageFiles.ReadAsync(refreshed.Account.Vintages, vintage, VintageFiles.Assessment(mineral.Id), default)).Span);
            Assert.Empty(ConfidentialWords.In(json));
            MineralAssessment assessment = await VintageFiles.ReadAssessmentAsync(refreshed.Account.Vintages, vintage, mineral.Id, default);
            Assert.All(assessment.Results, result => Assert.Equal(
                IndicatorId.Factors.Contains(result.Indicator) ? AccessLabel.Internal : AccessLabel.Open, result.Label));
        }
    }

    [Fact]
    public void The_log_of_the_run_names_neither_days_nor_stock_nor_factors()
    {
        string log = refreshed.Outcome.Output + refreshed.Outcome.Error;
        Assert.Contains("publish", log, StringComparison.Ordinal);
        Assert.Empty(ConfidentialWords.In(log));
        Assert.All(IndicatorId.Factors, factor => Assert.DoesNotContain(factor, log, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
