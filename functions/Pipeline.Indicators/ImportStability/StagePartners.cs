using Pipeline.Domain;
using Pipeline.Indicators.Imports;

namespace Pipeline.Indicators.ImportStability;

/// <summary>Imports of one code from one country of origin.</summary>
/// <param name="Code">Code and factor.</param>
/// <param name="Row">Row of the trade statistics.</param>
/// <param name="Goods">Tonnes of goods, filled in where the row has a value and no weight.</param>
/// <param name="IsEstimated">True when the weight was filled in.</param>
/// <param name="Peers">Rows with a weight whose mean value the filled-in weight rests on; empty where nobody was weighed.</param>
internal sealed record OriginRow(MeasuredCode Code, TradeObservation Row, double Goods, bool IsEstimated, IReadOnlyList<TradeObservation> Peers)
{
    /// <summary>Tonnes of metal.</summary>
    internal double Tonnes => new GrossWeight(Goods).Contained(Code.Factor).Tonnes;
}

/// <summary>Japan's imports of one stage of a mineral in a year, by country of origin.</summary>
internal sealed class StagePartners
{
    private StagePartners(IReadOnlyList<OriginRow> rows, double unweighedValue, bool onValue, bool reimported)
    {
        Rows = rows;
        UnweighedValueShare = unweighedValue;
        OnValue = onValue;
        HasReimports = reimported;
    }

    /// <summary>Rows of every code, re-imports left out, in order of code and customs code.</summary>
    internal IReadOnlyList<OriginRow> Rows { get; }

    /// <summary>Share of the value that has no weight, 0..1.</summary>
    internal double UnweighedValueShare { get; }

    /// <summary>True when the shares are computed on value.</summary>
    internal bool OnValue { get; }

    /// <summary>True when rows with Japan as origin were left out.</summary>
    internal bool HasReimports { get; }

    /// <summary>Tonnes of metal.</summary>
    internal double Tonnes => Rows.Sum(row => row.Tonnes);

    /// <summary>What shares are shares of: tonnes of metal, or value in thousand yen.</summary>
    internal double Whole => Rows.Sum(Amount);

    /// <summary>Amount of a row on the basis of the shares.</summary>
    internal double Amount(OriginRow row) => OnValue ? row.Row.ValueThousandYen : row.Tonnes;

    /// <summary>Reads one stage.</summary>
    /// <param name="codes">Codes of the stage that can be added up.</param>
    /// <param name="ledger">Trade statistics.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="valueBasisMark">Share of unweighed value above which shares are computed on value.</param>
    internal static StagePartners Of(IReadOnlyList<MeasuredCode> codes, TradeLedger ledger, int year, double valueBasisMark)
    {
        (MeasuredCode Code, TradeObservation Row)[] printed =
            [.. codes.SelectMany(code => ledger.ByOrigin(code.Code, year).Select(row => (code, row)))];
        (MeasuredCode Code, TradeObservation Row)[] foreign = [.. printed.Where(pair => pair.Row.Origin!.Iso3 != "JPN")];
        double unweighed = MissingWeight.ValueShare(foreign.Select(pair => Weighed(pair.Row)));
        List<OriginRow> rows = [];
        foreach ((MeasuredCode code, TradeObservation row) in foreign)
        {
            if (!Weighed(row).IsMissing)
            {
                rows.Add(new OriginRow(code, row, row.Weight ?? 0, false, []));
                continue;
            }

            TradeObservation[] peers = Peers(foreign, code.Code);
            double? estimate = MissingWeight.Estimate(row.ValueThousandYen, UnitOf(row), peers.Select(Weighed));
            rows.Add(new OriginRow(code, row, estimate ?? 0, true, peers));
        }

        return new StagePartners(rows, unweighed, unweighed > valueBasisMark, foreign.Length < printed.Length);
    }

    /// <summary>One unit of a code in tonnes, or none when the code has no unit of mass.</summary>
    internal static double? UnitOf(TradeObservation row) => row.Unit switch
    {
        "MT" => 1,
        "KG" => 1e-3,
        "GR" => 1e-6,
        _ => null,
    };

    /// <summary>Rows with a weight under the same code, else under its heading, else of the stage.</summary>
    private static TradeObservation[] Peers((MeasuredCode Code, TradeObservation Row)[] rows, string code)
    {
        Func<string, bool>[] circles = [peer => peer == code, peer => string.Equals(peer[..6], code[..6], StringComparison.Ordinal), _ => true];
        return circles
            .Select(circle => rows.Where(peer => circle(peer.Code.Code) && Weighed(peer.Row).IsWeighed).Select(peer => peer.Row).ToArray())
            .FirstOrDefault(peers => peers.Length > 0) ?? [];
    }

    private static WeighedRow Weighed(TradeObservation row) => new(row.Weight, row.ValueThousandYen);
}
