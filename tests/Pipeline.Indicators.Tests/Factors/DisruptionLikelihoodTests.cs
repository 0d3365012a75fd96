using Pipeline.Domain;
using Pipeline.Indicators.Factors;
using Pipeline.Indicators.Factors.Disruption;
using Pipeline.Indicators.ImportStability.Governance;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Factors;

/// <summary>From the records of a country to its sub-factors, and from these to the factor of a mineral.</summary>
[Trait("Clause", "6.2")]
public sealed class DisruptionLikelihoodTests
{
    // m = 0.9 and r = 0.32, as printed in 4.1.
    private static readonly GovernanceObservation[] Governance = [.. Given.Governance("COD", 2020, 1.2, 0.4, 0.9, 1.1, 1.0, 0.8)];

    private static readonly Observation[] Searched = [.. new[]
    {
        DisruptionSubFactor.PolicyStability, DisruptionSubFactor.LabourDisputes, DisruptionSubFactor.EnvironmentalRegulation,
    }.Select(subFactor => GivenFeed.Search("COD", subFactor))];

    [Fact]
    public void Two_bans_in_ten_years_with_the_printed_governance_give_the_printed_policy_stability()
    {
        SubFactor policy = Policy([GivenFeed.Measure("COD", "2017-03", act: "first"), GivenFeed.Measure("COD", "CY2024", act: "second"), .. Searched]);
        Assert.Equal(0.2506346235, policy.Point!.Value, 1e-9);
        Assert.Equal(0.2506346235, EvidenceArithmetic.Recompute(policy.PointEvidence!)!.Value, 1e-9);
    }

    [Theory]
    [InlineData(MeasureKind.ExportBan, 1.0)]
    [InlineData(MeasureKind.ExportQuota, 0.75)]
    [InlineData(MeasureKind.ExportTax, 0.5)]
    [InlineData(MeasureKind.ExportLicence, 0.5)]
    [InlineData(MeasureKind.Royalty, 0)]
    [InlineData(MeasureKind.OwnershipRequirement, 0)]
    [InlineData(MeasureKind.LocalRequirement, 0)]
    [InlineData(MeasureKind.MiningRestriction, 0)]
    [InlineData(MeasureKind.DomesticControl, 0)]
    [InlineData(MeasureKind.Other, 0)]
    public void Each_kind_counts_with_its_severity_and_only_restrictions_of_exports_count(MeasureKind kind, double severity) =>
        RequireRate(severity, GivenFeed.Measure("COD", "2020-01", kind));

    [Theory]
    [InlineData(MeasureStanding.Proposed)]
    [InlineData(MeasureStanding.Ended)]
    public void A_draft_and_an_end_are_no_events(MeasureStanding standing) => RequireRate(0, GivenFeed.Measure("COD", "2020-01", standing: standing));

    [Fact]
    public void One_act_counts_once_with_its_most_severe_kind() => RequireRate(
        1.0,
        GivenFeed.Measure("COD", "2019-01", MeasureKind.ExportTax),
        GivenFeed.Measure("COD", "2020-01", MeasureKind.ExportBan),
        GivenFeed.Measure("COD", "2021-01", MeasureKind.ExportQuota));

    [Fact]
    public void A_renewal_is_no_new_event() => RequireRate(1.0, GivenFeed.Measure("COD", "2019-01"), GivenFeed.Measure("COD", "2021-01"), GivenFeed.Measure("COD", "2023-01"));

    [Fact]
    public void A_renewal_of_an_act_from_before_the_window_is_no_event() => RequireRate(0, GivenFeed.Measure("COD", "2010-01"), GivenFeed.Measure("COD", "2021-01"));

    [Fact]
    public void An_act_of_before_the_window_that_becomes_a_ban_within_it_counts_as_the_ban() =>
        RequireRate(1.0, GivenFeed.Measure("COD", "2010-01", MeasureKind.ExportLicence), GivenFeed.Measure("COD", "2021-01"));

    [Fact]
    public void A_measure_on_all_minerals_counts_for_each_and_one_on_another_mineral_does_not()
    {
        RequireRate(1.0, GivenFeed.Measure("COD", "2020-01", mineral: null));
        RequireRate(0, GivenFeed.Measure("COD", "2020-01", mineral: "nickel"));
        RequireRate(1.0, GivenFeed.Measure("COD", "2020-01", mineral: null), GivenFeed.Measure("COD", "2020-01"));
    }

    [Theory]
    [InlineData("2016-11", 0)]
    [InlineData("2016-12", 1.0)]
    [InlineData("2026-11", 1.0)]
    [InlineData("2026-12", 0)]
    [InlineData("CY2015", 0)]
    [InlineData("CY2016", 1.0)]
    [InlineData("CY2026", 1.0)]
    [InlineData("CY2027", 0)]
    public void The_window_is_the_ten_years_up_to_the_month_of_the_run(string period, double severity) => RequireRate(severity, GivenFeed.Measure("COD", period));

    [Fact]
    public void An_event_over_several_years_is_refused_with_its_cell()
    {
        ImplausibleValueException fault = Assert.Throws<ImplausibleValueException>(() => Policy([GivenFeed.Measure("COD", "CY2018/CY2019"), .. Searched]));
        Assert.Equal("export-measures.csv", fault.Fault.Source);
    }

    [Fact]
    public void A_measure_of_a_reissued_register_is_not_counted_twice_and_its_correction_holds()
    {
        ExportMeasureObservation first = GivenFeed.Measure("COD", "2020-01");
        RequireRate(1.0, first, GivenFeed.Measure("COD", "2020-01", file: "register-2.csv"));
        RequireRate(0, first, GivenFeed.Measure("COD", "2020-01", standing: MeasureStanding.Proposed, file: "register-2.csv"));
    }

    [Fact]
    public void Nothing_found_is_zero_only_where_it_was_searched()
    {
        Assert.Equal(0.16, Policy(Searched).Point!.Value, 1e-9);
        SubFactor unsearched = Policy([]);
        Assert.Null(unsearched.Point);
        // 0.5 r, and the half of the events may be anything.
        Assert.Equal((0.16, 0.66), (Math.Round(unsearched.Low, 9), Math.Round(unsearched.High, 9)));
        Assert.Contains("notSearched", unsearched.Flags);
    }

    [Fact]
    public void Measures_on_the_register_without_a_search_are_a_lower_bound()
    {
        SubFactor policy = Policy([GivenFeed.Measure("COD", "2017-03", act: "first"), GivenFeed.Measure("COD", "2024-01", act: "second")]);
        Assert.Null(policy.Point);
        Assert.Equal((0.2506346235, 0.66), (Math.Round(policy.Low, 10), Math.Round(policy.High, 9)));
    }

    [Fact]
    public void Adding_a_measure_never_lowers_policy_stability()
    {
        MeasureKind[] kinds = Enum.GetValues<MeasureKind>();
        ExportMeasureObservation[] measures = [.. Enumerable.Range(0, 40).Select(place => GivenFeed.Measure(
            "COD", $"{2017 + (place % 9)}-0{1 + (place % 7)}", kinds[place * 7 % kinds.Length], act: "act " + (place % 11)))];
        SubFactor before = Policy(Searched);
        for (int count = 1; count <= measures.Length; count++)
        {
            SubFactor after = Policy([.. measures.Take(count), .. Searched]);
            SubFactor bound = Policy([.. measures.Take(count)]);
            Assert.True(after.Point >= before.Point && bound.Low >= before.Low && bound.Low.Equals(after.Low));
            before = after;
        }
    }

    [Fact]
    public void Without_governance_estimates_only_the_half_of_the_events_is_known()
    {
        SubFactor policy = Read(DisruptionSubFactor.PolicyStability, [GivenFeed.Measure("COD", "2020-01"), .. Searched], governance: []);
        Assert.Null(policy.Point);
        double half = 0.5 * (1 - Math.Exp(-0.1));
        Assert.Equal((half, half + 0.5), (policy.Low, policy.High));
    }

    [Theory]
    [InlineData("CY2016/CY2025", 2026, true)]
    [InlineData("CY2010/CY2026", 2026, true)]
    [InlineData("CY2017/CY2025", 2026, false)]
    [InlineData("CY2016/CY2024", 2026, false)]
    [InlineData("CY2016/CY2025", 2025, false)]
    public void A_search_counts_when_it_covers_every_complete_year_of_the_window_and_was_made_after_it(string years, int searchedIn, bool counts) =>
        Assert.Equal(counts, Policy([GivenFeed.Search("COD", DisruptionSubFactor.PolicyStability, years, searchedIn: searchedIn)]).Point is not null);

    [Theory]
    [InlineData(2026, 12, 30)]
    [InlineData(2026, 12, 31)]
    [InlineData(2027, 1, 1)]
    public void A_run_asks_of_a_search_only_what_one_can_tell_by_its_day(int year, int month, int day) =>
        // Of a year that ends on the day itself no search can have been made after its end.
        Assert.Equal(Enumerable.Range(year - 10, 10), new EventWindow(new DateOnly(year, month, day), 10).YearsToSearch);

    [Fact]
    public void Two_searches_may_share_the_years_and_one_of_another_mineral_does_not_count()
    {
        SearchRecordObservation early = GivenFeed.Search("COD", DisruptionSubFactor.PolicyStability, "CY2010/CY2019", searchedIn: 2021);
        SearchRecordObservation late = GivenFeed.Search("COD", DisruptionSubFactor.PolicyStability, "CY2020/CY2025", "cobalt");
        Assert.NotNull(Policy([early, late]).Point);
        Assert.Null(Policy([early, late with { Mineral = "nickel" }]).Point);
    }

    [Theory]
    [InlineData(DisruptionSubFactor.LabourDisputes)]
    [InlineData(DisruptionSubFactor.EnvironmentalRegulation)]
    public void Two_events_in_ten_years_make_the_printed_chance_and_without_a_search_a_lower_bound(DisruptionSubFactor subFactor)
    {
        Observation[] events =
        [
            GivenFeed.Event("COD", "2018-05", subFactor), GivenFeed.Event("COD", "2018-05", subFactor, description: "another"),
            GivenFeed.Event("COD", "2012-05", subFactor), GivenFeed.Event("ZMB", "2018-05", subFactor), GivenFeed.Event("COD", "2018-05", subFactor, "nickel"),
        ];
        Assert.Equal(0.1812692469, Read(subFactor, [.. events, .. Searched]).Point!.Value, 1e-9);
        SubFactor bound = Read(subFactor, events);
        Assert.Null(bound.Point);
        Assert.Equal((0.1812692469, 1), (Math.Round(bound.Low, 10), bound.High));
        Assert.Equal(0, Read(subFactor, Searched).Point);
        Assert.Equal((null, 0.0, 1.0), Read(subFactor, []) is { } unknown ? (unknown.Point, unknown.Low, unknown.High) : default);
    }

    [Theory]
    [InlineData(DisruptionSubFactor.PowerStability, "3", 0.2)]
    [InlineData(DisruptionSubFactor.PowerStability, "45", 1.0)]
    [InlineData(DisruptionSubFactor.ExtremeWeather, "3.5", 0.35)]
    [InlineData(DisruptionSubFactor.Infrastructure, "3.8", 0.30)]
    [InlineData(DisruptionSubFactor.EpidemicResponse, "72", 0.28)]
    public void An_index_becomes_a_score(DisruptionSubFactor subFactor, string text, double expected)
    {
        SubFactor read = Read(subFactor, [GivenFeed.Index("COD", subFactor, text)]);
        Assert.Equal(expected, read.Point!.Value, 1e-9);
        Assert.Equal(expected, EvidenceArithmetic.Recompute(read.PointEvidence!)!.Value, 1e-9);
    }

    [Fact]
    public void The_newest_index_up_to_the_day_counts_and_one_without_a_number_is_unknown()
    {
        const DisruptionSubFactor weather = DisruptionSubFactor.ExtremeWeather;
        Observation[] years = [GivenFeed.Index("COD", weather, "9", 2027), GivenFeed.Index("COD", weather, "5", 2025), GivenFeed.Index("COD", weather, "1", 2020)];
        Assert.Equal(0.5, Read(weather, years).Point!.Value, 1e-9);
        Assert.Null(Read(weather, [GivenFeed.Index("COD", weather, "NA")]).Point);
    }

    [Theory]
    [InlineData(DisruptionSubFactor.ExtremeWeather, "12")]
    [InlineData(DisruptionSubFactor.Infrastructure, "0.5")]
    [InlineData(DisruptionSubFactor.EpidemicResponse, "101")]
    public void An_index_outside_its_scale_is_refused(DisruptionSubFactor subFactor, string text) =>
        Assert.Throws<ImplausibleValueException>(() => Read(subFactor, [GivenFeed.Index("COD", subFactor, text)]));

    [Fact]
    public void An_index_in_another_unit_is_refused() => Assert.Throws<UnitMismatchException>(() => Read(
        DisruptionSubFactor.ExtremeWeather, [GivenFeed.Index("COD", DisruptionSubFactor.ExtremeWeather, "3") with { Unit = "0-100" }]));

    [Fact]
    public void The_factor_of_a_mineral_follows_from_cells_alone()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess(Survey()));
        // COD 0.6: a 0.2506346235 (two bans), b 0.1812692469 (two strikes), c 0, d 0.2, e 0.35, f 0.3, g 0.28.
        double congo = (0.2506346235 + 0.1812692469 + 0 + 0.2 + 0.35 + 0.3 + 0.28) / 7;
        // ZMB 0.3: d, e, f and g alone, of which four of seven are enough; a is open between 0.16 and 0.66, b and c between 0 and 1.
        double zambia = (0.4 + 0.5 + 0.55 + 0.45) / 4;
        Assert.Equal((0.6 * congo) + (0.3 * zambia) + (0.1 * 0.5), result.Value!.Value, 1e-9);
        Assert.Equal((0.6 * congo) + (0.3 * (1.9 + 0.16) / 7), result.Low!.Value, 1e-9);
        Assert.Equal((0.6 * congo) + (0.3 * (1.9 + 0.66 + 2) / 7) + 0.1, result.High!.Value, 1e-9);
        Assert.Equal(0.6 + (0.3 * 4 / 7), result.Coverage!.Value, 1e-9);
        Assert.Equal(0.1, result.ImputedShare!.Value, 1e-9);
        Assert.Equal((ResultStatus.Partial, AccessLabel.Internal, "subFactorsMissing"), (result.Status, result.Label, result.Reason!.Code));
        Contribution power = result.Contributions.Single(term => term.Key == "ZMB/powerStability");
        Assert.Equal((0.3, 0.1, 0.03), (Math.Round(power.Share!.Value, 9), Math.Round(power.Factor!.Value, 9), Math.Round(power.Term!.Value, 9)));
        Assert.Equal(result.Value.Value, result.Contributions.Sum(term => term.Term!.Value), 1e-12);
        Assert.Contains("CHN", result.Contributions.Select(term => term.Key));
        Assert.Contains("notSearched", result.Flags);
        Assert.Equal(["codesLeftOut"], result.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Unknown_origin_is_a_country_of_which_nothing_is_known()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess(Survey(), ("COD", 600_000), (null, 400_000)));
        double congo = (0.2506346235 + 0.1812692469 + 0 + 0.2 + 0.35 + 0.3 + 0.28) / 7;
        Assert.Equal(0.6 * congo, result.Low!.Value, 1e-9);
        Assert.Equal((0.6 * congo) + 0.4, result.High!.Value, 1e-9);
        Assert.Equal((ResultStatus.Insufficient, null, 0.4), (result.Status, result.Value, Math.Round(result.ImputedShare!.Value, 9)));
    }

    [Fact]
    public void Without_the_feeds_the_factor_stays_open_from_zero_to_one_and_names_them()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess([]));
        Assert.Equal((ResultStatus.Insufficient, null, 0.0, 1.0), (result.Status, result.Value, result.Low, result.High));
        Assert.Equal(["codesLeftOut", "noExportMeasures", "noDisruptionSurvey"], result.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Measures_of_an_unsearched_country_lift_a_value_that_they_rule_out()
    {
        // Twenty bans make 0.5 (1 - exp(-2)) + 0.16 at least, above the mean of the five known sub-factors.
        ExportMeasureObservation[] bans = [.. Enumerable.Range(0, 20).Select(act => GivenFeed.Measure("COD", "2020-01", act: "act " + act))];
        IndicatorResult result = AssertEvidence.Recomputes(Assess([.. bans, Searched[1], .. Indices("COD", "3", "1", "4.6", "90")], ("COD", 1000)));
        double bound = (0.5 * (1 - Math.Exp(-2))) + 0.16;
        Assert.Equal((0 + 0.2 + 0.1 + 0.1 + 0.1 + bound) / 6, result.Value!.Value, 1e-9);
        Assert.Equal(5 / 7.0, result.Coverage!.Value, 1e-9);
        Assert.True(result.Low <= result.Value && result.Value <= result.High);
    }

    [Fact]
    public void The_order_of_rows_does_not_change_a_single_bit()
    {
        Observation[] survey = Survey();
        Assert.Equal(Assess(survey).Value, Assess([.. survey.Reverse()]).Value);
    }

    private static Observation[] Survey() =>
    [
        GivenFeed.Measure("COD", "2017-03", act: "first"), GivenFeed.Measure("COD", "2024-01", act: "second"),
        GivenFeed.Event("COD", "2018-05"), GivenFeed.Event("COD", "2019-05"),
        .. Searched, .. Indices("COD", "3", "3.5", "3.8", "72"), .. Indices("ZMB", "6", "5", "2.8", "55"),
    ];

    private static IEnumerable<Observation> Indices(string iso3, string power, string weather, string infrastructure, string epidemics) =>
    [
        GivenFeed.Index(iso3, DisruptionSubFactor.PowerStability, power), GivenFeed.Index(iso3, DisruptionSubFactor.ExtremeWeather, weather),
        GivenFeed.Index(iso3, DisruptionSubFactor.Infrastructure, infrastructure), GivenFeed.Index(iso3, DisruptionSubFactor.EpidemicResponse, epidemics),
    ];

    private static IndicatorResult Assess(Observation[] records, params (string? Iso3, double Kilograms)[] origins) => DisruptionLikelihood.Of(
        "cobalt",
        Partners.Of(Partners.Year(2020, origins.Length > 0 ? origins : [("COD", 600_000), ("ZMB", 300_000), ("CHN", 100_000)])),
        new DisruptionRecords("cobalt", new ObservationIndex(records)),
        new GovernanceBook([.. Governance, .. Given.Governance("ZMB", 2020, 1.2, 0.4, 0.9, 1.1, 1.0, 0.8)]),
        Given.Parameters);

    private static void RequireRate(double severity, params Observation[] measures) =>
        Assert.Equal(0.16 + (0.5 * (1 - Math.Exp(-severity / 10))), Policy([.. measures, .. Searched]).Point!.Value, 1e-12);

    private static SubFactor Policy(Observation[] records) => Read(DisruptionSubFactor.PolicyStability, records);

    private static SubFactor Read(DisruptionSubFactor subFactor, Observation[] records, IReadOnlyList<GovernanceObservation>? governance = null)
    {
        ParameterScope parameters = Given.Parameters.Open();
        return new SubFactorReader(
            new DisruptionRecords("cobalt", new ObservationIndex(records)), new GovernanceBook(governance ?? Governance), new EventWindow(Given.Day, 10), 2020, parameters)
            .Read("COD").Single(read => read.Kind == subFactor);
    }
}
