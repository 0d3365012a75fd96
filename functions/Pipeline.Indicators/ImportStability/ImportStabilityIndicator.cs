using Pipeline.Domain;
using Pipeline.Indicators.Bands;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.ImportStability.Governance;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.ImportStability;

/// <summary>輸入安定性（精鉱） and 輸入安定性（製錬品） (S, indicators 3 and 4) of one mineral, in the latest year with rows by country.</summary>
internal sealed class ImportStabilityIndicator
{
    private static readonly Stage[] TradedStages = [Stage.Concentrate, Stage.Refined, Stage.Scrap];

    private readonly MineralCodes codes;
    private readonly GovernanceBook governance;
    private readonly ParameterSet set;
    private readonly int? year;
    private readonly Dictionary<Stage, StagePartners> measured = [];

    internal ImportStabilityIndicator(MineralCodes codes, TradeLedger ledger, GovernanceBook governance, ParameterSet set)
    {
        this.codes = codes;
        this.governance = governance;
        this.set = set;
        year = LatestYear(codes, ledger);
        if (year is not { } trade)
        {
            return;
        }

        double mark = set.Open().Number("import.valueBasis");
        foreach (Stage stage in TradedStages.Where(stage => codes.MeasurableIn(stage, trade).Count > 0))
        {
            measured[stage] = StagePartners.Of([.. codes.Measured.Where(code => code.Meaning.Stage == stage)], ledger, trade, mark);
        }
    }

    /// <summary>Score of a stage, and its partners where it has any.</summary>
    internal (IndicatorResult Result, PartnerTable? Partners) Assess(Stage stage)
    {
        ParameterScope parameters = set.Open();
        string indicator = stage == Stage.Concentrate ? IndicatorId.ImportStabilityConcentrate : IndicatorId.ImportStabilityRefined;
        IndicatorResult empty = new(indicator, codes.Mineral, stage, ResultStatus.Insufficient, "1");
        if (year is not { } trade)
        {
            return (ResultMarks.Finish(empty with { Reason = new Reason("noPartnerData", []) }, parameters), null);
        }

        string[] leftOut = [.. codes.LeftOutIn(stage, trade).Select(code => code.Code)];
        IndicatorResult dated = empty with
        {
            Period = new CalendarYear(trade),
            Notes = leftOut.Length == 0 ? [] : [new Reason("codesLeftOut", [string.Join(", ", leftOut)])],
        };
        if (!measured.TryGetValue(stage, out StagePartners? partners))
        {
            return (ResultMarks.Finish(Unmeasured(dated, leftOut), parameters), null);
        }

        double all = measured.Values.Sum(partner => partner.Tonnes);
        double minimum = parameters.Number("import.minimumStageShare");
        if (partners.Whole <= 0 || partners.Tonnes < minimum * all)
        {
            OriginRow[] others = [.. measured.Where(pair => pair.Key != stage).SelectMany(pair => pair.Value.Rows)];
            return (ResultMarks.Finish(TooSmall(dated, partners, others, all), parameters), null);
        }

        return Fill(dated, partners, trade, parameters);
    }

    /// <summary>Latest calendar year that is complete.</summary>
    internal static int? LatestYear(MineralCodes codes, TradeLedger ledger) =>
        ledger.YearsByCountry.Reverse().Where(year => IsComplete(codes, ledger, year)).Select(year => (int?)year).FirstOrDefault();

    /// <summary>True when the rows by country of every chapter of the mineral were taken in for a calendar year.</summary>
    internal static bool IsComplete(MineralCodes codes, TradeLedger ledger, int year) =>
        TradedStages.SelectMany(stage => codes.MeasurableIn(stage, year)).Select(row => row.Code[..2]).Distinct()
            .All(chapter => ledger.HasCountries(chapter, year));

    private IndicatorResult Unmeasured(IndicatorResult dated, string[] leftOut)
    {
        if (leftOut.Length > 0)
        {
            return dated with { Reason = new Reason("notMeasurable", [string.Join(", ", leftOut)]) };
        }

        return measured.Count > 0
            ? dated with { Status = ResultStatus.NotApplicable, Reason = new Reason("noCodeForStage", []) }
            : dated with { Reason = new Reason("noExclusiveCode", []) };
    }

    private IndicatorResult TooSmall(IndicatorResult dated, StagePartners partners, OriginRow[] others, double all)
    {
        IndicatorResult small = dated with
        {
            Status = ResultStatus.NotApplicable,
            Reason = all > 0 ? new Reason("belowMinimumShare", [ResultMarks.Percent(partners.Tonnes / all)]) : new Reason("noImports", []),
            Companions = [new Companion("stageShare", all > 0 ? partners.Tonnes / all : null, "1")],
            Evidence =
            [
                new EvidenceNode("imports of the stage, contained metal", string.Empty, partners.Tonnes, "t")
                {
                    Symbol = "stage",
                    Formula = "sum(metal)",
                    Inputs = [.. PartnerEvidence.ByCode(partners.Rows)],
                    // A zero rests on the codes of the stage, none of which had a row.
                    Reference = partners.Rows.Count > 0 ? null : ContainedImports.NoRow(codes.MeasurableIn(dated.Stage, dated.Period!.EndYear)),
                },
            ],
        };
        return all > 0
            ? small with
            {
                Evidence =
                [
                    .. small.Evidence,
                    new EvidenceNode("imports of the other stages, contained metal", string.Empty, others.Sum(row => row.Tonnes), "t")
                    {
                        Symbol = "otherStages",
                        Formula = "sum(metal)",
                        Inputs = [.. PartnerEvidence.ByCode(others)],
                    },
                ],
                Formulas = [new("stageShare", "stage / (stage + otherStages)")],
            }
            : small;
    }

    private (IndicatorResult Result, PartnerTable Partners) Fill(IndicatorResult dated, StagePartners stage, int trade, ParameterScope parameters)
    {
        double whole = stage.Whole;
        PartnerShare[] partners = [.. stage.Rows.Where(row => row.Row.Origin!.Iso3 is not null)
            .GroupBy(row => row.Row.Origin!.Iso3!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new PartnerShare(
                group.Key,
                group.Sum(stage.Amount) / whole,
                stage.OnValue ? 0 : group.Where(row => row.IsEstimated).Sum(stage.Amount) / whole,
                governance.Find(group.Key, trade, parameters)))
            .Where(partner => partner.Share > 0)];
        double unknown = stage.Rows.Where(row => row.Row.Origin!.Iso3 is null).Sum(stage.Amount) / whole;
        bool product = Form(parameters) == "product";
        StabilityFigure figure = WeightedSquares.Compute(partners, unknown, product);
        ResultStatus status = Reliability.Status(1 - unknown, figure.ImputedShare, parameters);
        IndicatorResult result = dated with
        {
            Status = status,
            Value = status == ResultStatus.Insufficient ? null : figure.Value,
            Low = figure.Low,
            High = figure.High,
            Coverage = 1 - unknown,
            ImputedShare = figure.ImputedShare,
            Contributions = [.. figure.Terms.Select(term => new Contribution(
                term.Partner.Key, term.Partner.Share, term.Partner.Risk.Point, term.Term, Imports(term.Partner, stage, "imports")))],
            Companions =
            [
                new Companion("importConcentration", figure.ImportConcentration, "1"),
                new Companion("effectiveRisk", figure.EffectiveRisk, "1"),
                new Companion("alternativeValue", figure.AlternativeValue, "1"),
            ],
            Flags = Flags(stage, partners, unknown),
            Evidence = Beside([.. figure.Terms.Select(term => term.Partner)], stage, unknown, parameters),
            Formulas = StabilityFormulas.Of(status != ResultStatus.Insufficient, product, partners.Any(partner => partner.Risk.IsImputed), unknown > 0),
            Reason = status == ResultStatus.Ok ? null : Why(unknown, figure),
        };
        result = BandMarks.Score(result, value => value, "bands.importStability", parameters, figure => figure);
        return (ResultMarks.Finish(result, parameters), Table(dated.Stage, trade, stage, figure, unknown));
    }

    private static EvidenceNode Imports(PartnerShare partner, StagePartners stage, string symbol) => PartnerEvidence.Imports(
        "imports from the partner", partner.Key, symbol, stage.Rows.Where(row => row.Row.Origin!.Iso3 == partner.Key), stage.OnValue);

    /// <summary>What the figures rest on beside the imports by partner: their risks in the same order, and what is unknown or filled in.</summary>
    private static IReadOnlyList<EvidenceNode> Beside(PartnerShare[] partners, StagePartners stage, double unknown, ParameterScope parameters)
    {
        PartnerShare[] filled = [.. partners.Where(partner => partner.Risk.IsImputed)];
        return
        [
            .. partners.Select(partner => partner.Risk.Evidence with { Symbol = "risk" }),
            .. filled.Select(partner => Imports(partner, stage, "filled") with { Quantity = "imports from a partner whose risk is filled in" }),
            .. filled.Length > 0 ? new[] { parameters.Quote("governance.unknown", "unknownRisk") } : [],
            .. partners.Where(partner => !partner.Risk.IsImputed && partner.EstimatedShare > 0).Select(partner => PartnerEvidence.Imports(
                "imports on estimated weights",
                partner.Key,
                "estimated",
                stage.Rows.Where(row => row.IsEstimated && row.Row.Origin!.Iso3 == partner.Key),
                onValue: false)),
            .. unknown > 0
                ? new[] { PartnerEvidence.Imports("imports of unknown origin", string.Empty, "unknown", stage.Rows.Where(row => row.Row.Origin!.Iso3 is null), stage.OnValue) }
                : [],
        ];
    }

    private static Reason Why(double unknown, StabilityFigure figure) => unknown > figure.ImputedShare
        ? new Reason("unknownOrigin", [ResultMarks.Percent(unknown)])
        : new Reason("imputed", [ResultMarks.Percent(figure.ImputedShare)]);

    private static string Form(ParameterScope parameters) => parameters.Text("import.form") switch
    {
        "weightedSquares" => "weightedSquares",
        "product" => "product",
        string other => throw new ParameterException(
            new Fault("parameters", "import.form", "weightedSquares or product", other, "mend the parameter file")),
    };

    private static IReadOnlyList<string> Flags(StagePartners stage, IEnumerable<PartnerShare> partners, double unknown)
    {
        List<string> flags = [.. partners.SelectMany(partner => partner.Risk.Flags)];
        void Mark(bool holds, string flag)
        {
            if (holds)
            {
                flags.Add(flag);
            }
        }

        Mark(stage.Rows.Any(row => row.Code.Meaning.WeakFactor && row.Goods > 0), "weakFactor");
        Mark(stage.OnValue, "valueBasis");
        Mark(!stage.OnValue && stage.Rows.Any(row => row.IsEstimated), "estimatedWeight");
        Mark(stage.HasReimports, "reimport");
        Mark(unknown > 0, "unknownOrigin");
        return ResultMarks.Ordered(flags);
    }

    private static PartnerTable Table(Stage stage, int trade, StagePartners rows, StabilityFigure figure, double unknown)
    {
        Dictionary<string, double> tonnes = rows.Rows.Where(row => row.Row.Origin!.Iso3 is not null)
            .GroupBy(row => row.Row.Origin!.Iso3!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Tonnes), StringComparer.Ordinal);
        IEnumerable<PartnerRow> known = figure.Terms.Select(term => new PartnerRow(
            term.Partner.Key,
            rows.OnValue ? null : tonnes[term.Partner.Key],
            term.Partner.Share,
            term.Partner.Risk.IsImputed ? null : term.Partner.Risk.Point,
            term.Term,
            ResultMarks.Ordered(term.Partner.EstimatedShare > 0 ? term.Partner.Risk.Flags.Append("estimatedWeight") : term.Partner.Risk.Flags)));
        IEnumerable<PartnerRow> all = unknown > 0
            ? known.Append(new PartnerRow(
                null,
                rows.OnValue ? null : rows.Rows.Where(row => row.Row.Origin!.Iso3 is null).Sum(row => row.Tonnes),
                unknown,
                null,
                null,
                ["unknownOrigin"]))
            : known;
        return new PartnerTable(
            stage,
            new CalendarYear(trade),
            rows.OnValue ? "value" : "weight",
            [.. all.OrderByDescending(row => row.Share).ThenBy(row => row.Iso3 ?? "~", StringComparer.Ordinal)]);
    }
}
