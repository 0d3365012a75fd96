namespace Pipeline.Restricted;

/// <summary>
/// A value that is not public (target days, stock, and what they could be inferred from; basic policy 2020, 2(5)).
/// It has no text form and no equality that could be probed: whoever needs the value must name the purpose.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Restricted<T>
{
    private readonly T value;

    /// <summary>Wraps a value.</summary>
    public Restricted(T value) => this.value = value;

    /// <summary>Hands out the value for a stated purpose.</summary>
    /// <param name="purpose">Why the value is read; goes to the audit trail, never empty.</param>
    /// <exception cref="ArgumentException">The purpose is empty.</exception>
    public T Reveal(string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        return value;
    }

    /// <summary>Never the value: a log line or an error message must not carry it.</summary>
    public override string ToString() => "(restricted)";
}
