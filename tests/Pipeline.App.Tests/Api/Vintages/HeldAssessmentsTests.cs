using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api.Vintages;

public sealed class HeldAssessmentsTests
{
    private static readonly byte[] Understood = VintageFiles.Write(new MineralAssessment("cobalt", []));

    private readonly List<string> asked = [];

    [Fact]
    public void An_assessment_is_understood_once_and_not_before_it_is_asked_for()
    {
        HeldAssessments held = Held(("cobalt", Understood), ("copper", Understood));

        Assert.Equal(["cobalt", "copper"], held.Keys);
        Assert.True(held.ContainsKey("cobalt"));
        Assert.False(held.TryGetValue("lithium", out _));
        Assert.Empty(asked);

        Assert.Same(held["copper"], held["copper"]);
        Assert.Equal(["copper"], asked);
        Assert.Equal(2, held.Values.Count());
        Assert.Equal(["copper", "cobalt"], asked);
    }

    [Fact]
    public void One_that_this_version_does_not_understand_fails_whoever_asks_for_it_and_nobody_else()
    {
        HeldAssessments held = Held(("cobalt", Understood), ("copper", "{\"mineral\":\"copper\",\"unknown\":1}"u8.ToArray()));

        Assert.Equal("cobalt", held["cobalt"].Mineral);
        Assert.Equal(("vintage 2026Q4-x", "assessments/copper.json"), Assert.Throws<CorruptContentException>(() => held["copper"]).Fault is var fault ? (fault.Source, fault.Place) : default);
    }

    private HeldAssessments Held(params (string, byte[])[] files) => new(files.Select(file => (file.Item1, (ReadOnlyMemory<byte>)file.Item2)), (mineral, json) =>
    {
        asked.Add(mineral);
        return VintageFiles.ParseAssessment(json, "2026Q4-x", mineral);
    });
}
