using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.Corrections;

/// <summary>
/// The corrections of one source. A fault of the publisher is named here with its guard; a reader is never loosened to let it through.
/// </summary>
internal sealed class CorrectionBook
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Takes in corrections and checks that each is complete.</summary>
    /// <exception cref="LayoutDriftException">A correction lacks what its action needs, or two have the same identifier.</exception>
    public CorrectionBook(string name, IReadOnlyList<Correction> corrections)
    {
        foreach (Correction correction in corrections)
        {
            bool complete = correction.Action switch
            {
                CorrectionAction.Scale => correction is { Factor: > 0, Value: null, Labels: null },
                CorrectionAction.Override => correction is { Factor: null, Value: not null, Labels: null },
                CorrectionAction.Relabel => correction is { Factor: null, Value: null, Labels: not null },
                _ => correction is { Factor: null, Value: null, Labels: null },
            };
            if (!complete || correction.Expect.Cells.Count == 0 || correction.Reason.Length == 0 || correction.Citation.Length == 0)
            {
                throw Bad(name, correction.Id, "what the action needs, an expectation for every cell, a reason and a citation", "an incomplete correction");
            }
        }

        if (corrections.GroupBy(correction => correction.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Bad(name, twice.Key, "one correction of this identifier", Invariant($"{twice.Count()}"));
        }

        All = corrections;
    }

    /// <summary>All corrections in order of application.</summary>
    public IReadOnlyList<Correction> All { get; }

    /// <summary>Reads the embedded <c>&lt;source&gt;.corrections.json</c>.</summary>
    public static CorrectionBook ForSource(string source)
    {
        string name = source + ".corrections.json";
        Assembly assembly = typeof(CorrectionBook).Assembly;
        using Stream stream = assembly.GetManifestResourceStream("Pipeline.Sources.Corrections." + name)
            ?? throw new UnknownCodeException("corrections", source, "a file embedded in " + assembly.GetName().Name);
        return Parse(name, stream);
    }

    /// <summary>Reads a list of corrections.</summary>
    /// <exception cref="LayoutDriftException">The text is no list of corrections.</exception>
    public static CorrectionBook Parse(string name, Stream stream)
    {
        try
        {
            return new CorrectionBook(name, JsonSerializer.Deserialize<List<Correction>>(stream, Format) ?? []);
        }
        catch (JsonException exception)
        {
            throw new LayoutDriftException(
                new Fault(name, exception.Path ?? "start", "a list of corrections", exception.Message, "mend the file of corrections"), exception);
        }
    }

    /// <summary>Applies every correction that is about a table of the file.</summary>
    /// <param name="cells">All cells of one file.</param>
    /// <exception cref="CorrectionGuardException">A cell no longer looks as it did when the correction was written.</exception>
    public IReadOnlyList<RawCell> Apply(IReadOnlyList<RawCell> cells)
    {
        IReadOnlyList<RawCell> current = cells;
        foreach (Correction correction in All)
        {
            if (!current.Any(correction.Match.IsAbout))
            {
                continue;
            }

            Guard(correction, current);
            current = [.. current.Select(cell => correction.Match.Fits(cell) ? Applied(correction, cell) : cell).OfType<RawCell>()];
        }

        return current;
    }

    private static void Guard(Correction correction, IReadOnlyList<RawCell> cells)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (RawCell cell in cells.Where(correction.Match.Fits))
        {
            CorrectionExpectation expect = correction.Expect;
            Require(correction, cell, "unit", expect.Unit, cell.Unit);
            Require(correction, cell, "commodity", expect.Commodity, cell.Commodity);
            Require(correction, cell, "column", expect.Column, cell.At.Column);
            Require(correction, cell, "notes", expect.Notes, cell.Notes);
            Require(correction, cell, "value", expect.Cells.GetValueOrDefault(cell.Key, "no such cell"), cell.Value);
            seen.Add(cell.Key);
        }

        if (correction.Expect.Cells.Keys.Where(key => !seen.Contains(key)).Order(StringComparer.Ordinal).FirstOrDefault() is { } gone)
        {
            RawCell any = cells.First(correction.Match.IsAbout);
            throw Broken(correction, any.At.File, gone, "a cell with " + correction.Expect.Cells[gone], "none");
        }
    }

    private static void Require(Correction correction, RawCell cell, string what, string? expected, string found)
    {
        if (expected is not null && expected != found)
        {
            throw Broken(correction, cell.At.File, cell.At.Address + " (" + cell.Key + ")", Invariant($"{what} '{expected}'"), Invariant($"'{found}'"));
        }
    }

    private static CorrectionGuardException Broken(Correction correction, string file, string place, string expected, string found) => new(new Fault(
        file, Invariant($"{place}, correction {correction.Id}"), expected, found,
        "compare the cell with the publisher's latest file; when the publisher has mended it, take the correction out"));

    private static RawCell? Applied(Correction correction, RawCell cell)
    {
        RawCell marked = cell with { Corrections = [.. cell.Corrections, correction.Id] };
        return correction.Action switch
        {
            CorrectionAction.Drop => null,
            CorrectionAction.Scale => marked with { Factor = cell.Factor * correction.Factor!.Value },
            CorrectionAction.Override => marked with { Value = correction.Value! },
            _ => Relabelled(marked, correction.Labels!),
        };
    }

    private static RawCell Relabelled(RawCell cell, CorrectionLabels labels) => cell with
    {
        Unit = labels.Unit ?? cell.Unit,
        Measure = labels.Measure ?? cell.Measure,
        Commodity = labels.Commodity ?? cell.Commodity,
        Words = labels.Words ?? cell.Words,
        Notes = labels.Notes ?? cell.Notes,
    };

    private static LayoutDriftException Bad(string name, string id, string expected, string found) =>
        new(new Fault(name, "correction " + id, expected, found, "mend the file of corrections"));
}
