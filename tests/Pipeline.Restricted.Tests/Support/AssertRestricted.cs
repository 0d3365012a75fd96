namespace Pipeline.Restricted.Tests.Support;

/// <summary>Assertions that say whether a restricted value is right, and never what it is: the output of tests is open.</summary>
internal static class AssertRestricted
{
    private const string Purpose = "to compare it with a figure worked out by hand";

    /// <summary>Asserts that a value is the expected one to 1e-6.</summary>
    internal static void Near(double expected, Restricted<double>? actual) =>
        Assert.True(actual is not null && Math.Abs(expected - actual.Reveal(Purpose)) <= 1e-6, "the value differs");

    /// <summary>Asserts that a whole number is the expected one.</summary>
    internal static void Whole(int expected, Restricted<int> actual) => Assert.True(expected == actual.Reveal(Purpose), "the value differs");

    /// <summary>Asserts that a list of parts is the expected one to 1e-6.</summary>
    internal static void Parts(IReadOnlyList<double> expected, IReadOnlyList<FactorPart> actual)
    {
        Assert.True(expected.Count == actual.Count, "the number of parts differs");
        Assert.All(expected.Zip(actual), pair => Near(pair.First, pair.Second.Days));
    }
}
