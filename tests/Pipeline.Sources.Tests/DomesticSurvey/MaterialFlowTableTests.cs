using Pipeline.Domain;
using Pipeline.Sources.DomesticSurvey;

namespace Pipeline.Sources.Tests.DomesticSurvey;

/// <summary>How the table of material-flow figures becomes rows of the template.</summary>
public sealed class MaterialFlowTableTests
{
    private const string Header = "mineral_id,period,period_basis,quantity,value,unit,content_basis,definition_note,source,publisher,confidence\n";
    private const string Summaries = "Mineral Commodity Summaries 2026 data release,U.S. Geological Survey,original\n";

    [Theory]
    [InlineData("2018,FY", "FY2018", null)]
    [InlineData("2018,CY", "CY2018", null)]
    [InlineData("2018,not stated", "CY2018", "not stated")]
    [InlineData("2018,as printed 2018", "CY2018", "as printed 2018")]
    [InlineData("2018-11/2019-10,12 months", "2018-11/2019-10", null)]
    public void A_period_is_taken_as_printed_and_a_bare_year_keeps_the_remark(string printed, string period, string? remark)
    {
        DomesticSupplyObservation row = Single($"copper,{printed},imports,5,t,metal,as counted,{Summaries}");
        Assert.Equal(period, row.Period.Code);
        Assert.Equal(remark is null ? "as counted" : $"as counted [period as printed: {remark}]", row.Definition);
    }

    [Theory]
    [InlineData("2014,end of CY", "CY2014")]
    [InlineData("2019-10,end of month", "2019-10")]
    public void Stocks_are_those_at_the_end_of_the_period(string printed, string period) =>
        Assert.Equal(period, Single($"copper,{printed},stocks,5,t,metal,as counted,{Summaries}").Period.Code);

    [Fact]
    public void A_change_over_years_bounds_the_last_of_them_from_below()
    {
        DomesticSupplyObservation row = Single($"tungsten,2010-2018,not stated,secondary_production,610,t change,W content,increase,{Summaries}");
        Assert.Equal(("CY2018", 610d, "t"), (row.Period.Code, row.Value.Low, row.Unit));
        Assert.True(row.Value.IsLowerBound);
    }

    [Fact]
    public void A_lower_bound_of_a_rate_stays_one()
    {
        DomesticSupplyObservation row = Single($"base-metals,2010,as of the interview,self_sufficiency_pct,40,\"percent, lower bound\",group,rate,{Summaries}");
        Assert.Equal((DomesticQuantity.PublishedSelfSufficiency, 40d, "percent"), (row.Quantity, row.Value.Low, row.Unit));
        Assert.Null(row.Value.Point);
    }

    [Theory]
    [InlineData("neodymium", "rare-earths")]
    [InlineData("yttrium", "rare-earths")]
    [InlineData("platinum", "platinum-group")]
    public void An_element_is_a_part_of_its_group(string element, string mineral)
    {
        DomesticSupplyObservation row = Single($"{element},2018,CY,consumption,5,t,metal,as counted,{Summaries}");
        Assert.Equal((mineral, element), (row.Mineral, row.Part));
    }

    [Fact]
    public void The_table_is_known_from_the_newest_day_that_its_documents_bear() => Assert.Equal(
        new DateOnly(2026, 2, 6),
        Read("copper,2018,CY,imports,5,t,metal,a,産業新聞 2019-05-21,p,original\ncopper,2017,CY,imports,5,t,metal,a," + Summaries).PublishedOn);

    [Theory]
    [InlineData("copper,2018,FY,imports,5,kt,metal,a,", "line 2, unit")]
    [InlineData("copper,18,FY,imports,5,t,metal,a,", "line 2, period_basis")]
    [InlineData("copper,2018,Q1,imports,5,t,metal,a,", "line 2, period_basis")]
    public void What_the_table_is_not_known_to_say_stops_the_conversion(string row, string place) =>
        Assert.Equal(place, Assert.Throws<LayoutDriftException>(() => Read(row + Summaries)).Fault.Place);

    [Fact]
    public void An_unknown_quantity_stops_the_conversion() =>
        Assert.Equal("sales", Assert.Throws<UnknownCodeException>(() => Read("copper,2018,FY,sales,5,t,metal,a," + Summaries)).Code);

    [Fact]
    public void No_reader_takes_the_table_itself() =>
        Assert.Throws<LayoutDriftException>(() => SourceReaders.For(PublisherFile.FromText(Header + "copper,2018,FY,imports,5,t,metal,a," + Summaries)));

    private static DomesticSupplyObservation Single(string row) => (DomesticSupplyObservation)Assert.Single(Read(row).Observations);

    private static ReadResult Read(string rows)
    {
        ReadResult result = SourceReaders.Read(new DomesticSurveyReader().FromOtherForm(PublisherFile.FromText(Header + rows))!);
        Assert.Empty(result.Quarantined);
        return result;
    }
}
