using System.Buffers;

namespace Pipeline.Sources;

/// <summary>What a publisher has answered.</summary>
public abstract class PublisherAnswer : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the answer holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>The file is as it was when its validators were taken.</summary>
public sealed class NotModified : PublisherAnswer;

/// <summary>The file, whole and within its limits.</summary>
public sealed class Delivered : PublisherAnswer
{
    private readonly byte[] buffer;
    private readonly int length;
    private bool returned;

    internal Delivered(byte[] buffer, int length, string hash, Validators validators) =>
        (this.buffer, this.length, Hash, Validators) = (buffer, length, hash, validators);

    /// <summary>The bytes. They lie in a shared buffer and are gone when the answer is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(returned, this);
            return buffer.AsMemory(0, length);
        }
    }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>State of the file as the publisher gives it.</summary>
    public Validators Validators { get; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!returned)
        {
            returned = true;
            ArrayPool<byte>.Shared.Return(buffer);
        }

        base.Dispose(disposing);
    }
}
