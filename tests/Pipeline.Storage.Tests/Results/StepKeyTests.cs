namespace Pipeline.Storage.Tests;

public sealed class StepKeyTests
{
    private static readonly Dictionary<string, string> Dependencies = new() { ["parameter:bands"] = "22", ["snapshot:usgs"] = "11" };

    [Fact]
    public void The_order_of_dependencies_does_not_matter() =>
        Assert.Equal(StepKey.Of("1.0", "assess", "cobalt", Dependencies), StepKey.Of("1.0", "assess", "cobalt", Dependencies.Reverse()));

    /// <summary>
    /// Expected: SHA-256 of <c>3:1.06:assess6:cobalt15:parameter:bands2:2213:snapshot:usgs2:11</c>, computed with another tool.
    /// </summary>
    [Fact]
    public void The_hash_is_over_version_stage_subject_and_each_dependency_with_its_length() =>
        Assert.Equal(
            "2705d9f5f25235190ea96182e98c69db50caa1a7de5b69364a5bd67dc8fa1249", StepKey.Of("1.0", "assess", "cobalt", Dependencies).Hash);

    [Fact]
    public void Each_part_makes_another_key()
    {
        StepKey[] keys =
        [
            StepKey.Of("1.0", "assess", "cobalt", Dependencies),
            StepKey.Of("1.1", "assess", "cobalt", Dependencies),
            StepKey.Of("1.0", "render", "cobalt", Dependencies),
            StepKey.Of("1.0", "assess", "nickel", Dependencies),
            StepKey.Of("1.0", "assess", "cobalt", new Dictionary<string, string>(Dependencies) { ["snapshot:usgs"] = "12" }),
            StepKey.Of("1.0", "assess", "cobalt", []),
            StepKey.Of("1.0", "assess", "cob", [new("alt", "")]),
        ];
        Assert.Equal(keys.Length, keys.Select(key => key.Hash).Distinct().Count());
    }

    [Fact]
    public void One_dependency_cannot_be_given_twice() =>
        Assert.Throws<ArgumentException>(() => StepKey.Of("1.0", "assess", "cobalt", [new("a", "1"), new("a", "2")]));
}
