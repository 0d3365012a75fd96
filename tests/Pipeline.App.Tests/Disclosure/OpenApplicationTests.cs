using System.Reflection;
using System.Text.RegularExpressions;
using Pipeline.App.Tests.Running;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.App.Tests.Disclosure;

/// <summary>Nothing of the open application knows, computes or names what is not public.</summary>
public sealed partial class OpenApplicationTests
{
    private const string Closed = "Pipeline.Restricted";
    private static readonly DateOnly Day = new(2026, 11, 22);

    /// <summary>The program and every assembly of the project that it can reach.</summary>
    private static readonly Assembly[] Reached = Closure(typeof(Program).Assembly);

    [Fact]
    public void No_assembly_that_it_can_reach_is_the_closed_one()
    {
        Assert.Contains("Pipeline.Indicators", Reached.Select(assembly => assembly.GetName().Name));
        Assert.DoesNotContain(Closed, Reached.SelectMany(assembly => assembly.GetReferencedAssemblies()).Select(name => name.Name));
        Assert.DoesNotContain(Closed, File.ReadAllText(Path.ChangeExtension(typeof(Program).Assembly.Location, ".deps.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_type_or_member_speaks_of_it() => Assert.DoesNotContain(
        Reached.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(member => $"{type.Name}.{member.Name}").Prepend(type.FullName!)),
        name => name.Split('.').Any(ConfidentialWords.IsInName));

    [Fact]
    public void No_file_that_it_carries_speaks_of_it() =>
        Assert.DoesNotContain(Reached.SelectMany(assembly => assembly.GetManifestResourceNames()), ConfidentialWords.IsInName);

    [Fact]
    public void None_of_its_parameters_is_restricted_or_speaks_of_it()
    {
        IReadOnlyList<ParameterEntry> entries = ParameterSet.InForce(Day).Entries;
        Assert.NotEmpty(entries);
        Assert.All(entries, entry =>
        {
            Assert.True(entry.Label < AccessLabel.Restricted, entry.Id);
            Assert.False(ConfidentialWords.IsInName(entry.Id), entry.Id);
            Assert.Empty(ConfidentialWords.In($"{entry.Reason} {entry.Value?.GetRawText()}"));
        });
        Assert.All(Reached.SelectMany(ParameterTexts), text => Assert.DoesNotMatch("\"label\": *\"restricted\"", text));
    }

    [Fact]
    public void No_word_that_it_shows_speaks_of_it() => Assert.All(Enum.GetValues<Term>(), term => Assert.All(Vocabulary.Codes(term), code =>
    {
        Assert.False(ConfidentialWords.IsInName(code), code);
        Assert.Empty(ConfidentialWords.In($"{Vocabulary.Word(term, code, Language.Japanese)} {Vocabulary.Word(term, code, Language.English)}"));
    }));

    [Fact]
    public void No_text_in_its_code_speaks_of_it_so_that_no_route_command_or_place_in_storage_does()
    {
        (string Path, string Text)[] texts = [.. RepositoryFolder.Files
            .Where(path => path.StartsWith("functions/Pipeline.", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal) && !path.StartsWith($"functions/{Closed}/", StringComparison.Ordinal))
            .SelectMany(path => Literal().Matches(File.ReadAllText(RepositoryFolder.Path(path))).Select(match => (path, match.Groups[1].Value)))];
        Assert.Contains(texts, text => text.Text == "v1/parameters");
        Assert.Contains(texts, text => text.Text == "assess-mineral");
        Assert.DoesNotContain(texts, text => ConfidentialWords.IsInName(text.Text) || ConfidentialWords.In(text.Text).Count > 0);
    }

    [Fact]
    public void The_list_finds_what_it_is_for_and_leaves_what_is_public()
    {
        Assert.All(
            new[] { "TargetDays", "target-days", "StockMass", "DaysOfCover", "days.base", "baseline.years", "BaselineConsumption", "v1/stockpile-targets", "TightnessRelease" },
            name => Assert.True(ConfidentialWords.IsInName(name), name));
        Assert.All(
            new[] { "備蓄目標日数は60日", "国内基準消費量", "60日分の備蓄", "target days: 92", "82 days of cover", "a stockpile of 2,500 t", "baseline consumption" },
            text => Assert.NotEmpty(ConfidentialWords.In(text)));
        Assert.All(
            new[] { "smelterSupportAndStockpile", "Stocks", "HypotheticalStockDays", "price.months", "ConfirmedUntil" },
            name => Assert.False(ConfidentialWords.IsInName(name), name));
        Assert.All(
            new[] { "製錬所支援・備蓄", "期末在庫", "Smelter support and stockpile", "stocks at the end of the period", "in 30 days" },
            text => Assert.Empty(ConfidentialWords.In(text)));
    }

    private static Assembly[] Closure(Assembly start)
    {
        Dictionary<string, Assembly> reached = new(StringComparer.Ordinal);
        Queue<Assembly> open = new([start]);
        while (open.TryDequeue(out Assembly? assembly))
        {
            if (reached.TryAdd(assembly.GetName().Name!, assembly))
            {
                foreach (AssemblyName name in assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Pipeline.", StringComparison.Ordinal)))
                {
                    open.Enqueue(Assembly.Load(name));
                }
            }
        }

        return [.. reached.Values.OrderBy(assembly => assembly.GetName().Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> ParameterTexts(Assembly assembly) =>
        assembly.GetManifestResourceNames().Where(name => name.EndsWith(".parameter.json", StringComparison.Ordinal)).Select(name =>
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        });

    [GeneratedRegex("\"((?:[^\"\\\\\n]|\\\\.)+)\"")]
    private static partial Regex Literal();
}
