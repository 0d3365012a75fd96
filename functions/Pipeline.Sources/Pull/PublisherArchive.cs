using System.Buffers;
using System.IO.Compression;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources;

/// <summary>
/// Unpacks the archives in which some publishers serve their files. What an archive says of itself is not believed: members are counted
/// while they are unpacked, and the first that passes a limit ends it.
/// </summary>
public static class PublisherArchive
{
    /// <summary>Most members of an archive. The largest known, a release of the mineral summaries, has 160.</summary>
    public const int MostMembers = 400;

    /// <summary>Most bytes of all members together.</summary>
    public const long LargestUnpacked = 256L * 1024 * 1024;

    /// <summary>Most bytes that one packed byte may become; tables of text reach about 40.</summary>
    public const int LargestRatio = 200;

    private const int Chunk = 81920;
    private const string Remedy = "unpack the file by hand in a safe place and look at it before it is taken";

    /// <summary>True for an archive of files. A workbook, which is an archive too, is a file.</summary>
    public static bool Is(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.Bytes.Span.StartsWith("PK\u0003\u0004"u8))
        {
            return false;
        }

        using ZipArchive archive = Open(file);
        return archive.GetEntry("xl/workbook.xml") is null;
    }

    /// <summary>Refuses a workbook that unpacks to more than a workbook does, before a reader opens it. Other files pass.</summary>
    /// <exception cref="PublisherAnswerException">It passes a limit.</exception>
    /// <exception cref="UnreadableFileException">It is damaged.</exception>
    public static void CheckWorkbook(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Bytes.Span.StartsWith("PK\u0003\u0004"u8))
        {
            using ZipArchive archive = Open(file);
            Unpack(file, archive, _ => Stream.Null, (_, _) => { });
        }
    }

    /// <summary>The members of an archive, in order of name.</summary>
    /// <param name="file">The archive.</param>
    /// <exception cref="PublisherAnswerException">A member has a path, a name of another or a secret, or the archive passes a limit.</exception>
    /// <exception cref="UnreadableFileException">The archive is damaged.</exception>
    public static IReadOnlyList<SourceFile> Members(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using ZipArchive archive = Open(file);
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (entry.FullName != FileLabel.Of(entry.FullName) || !names.Add(entry.FullName))
            {
                throw Refused(file, "name of a member", "plain file names without a path, each once", ReadableText.Of(entry.FullName));
            }
        }

        List<SourceFile> members = [];
        Unpack(file, archive, _ => new MemoryStream(), (entry, unpacked) => members.Add(SourceFile.From(entry.FullName, ((MemoryStream)unpacked).ToArray())));
        return [.. members.OrderBy(member => member.Name, StringComparer.Ordinal)];
    }

    private static ZipArchive Open(SourceFile file)
    {
        try
        {
            return new ZipArchive(new MemoryView(file.Bytes), ZipArchiveMode.Read);
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(file, damaged);
        }
    }

    private static void Unpack(SourceFile file, ZipArchive archive, Func<ZipArchiveEntry, Stream> place, Action<ZipArchiveEntry, Stream> unpacked)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            if (archive.Entries.Count > MostMembers)
            {
                throw Refused(file, "list of members", Invariant($"at most {MostMembers} members"), Invariant($"{archive.Entries.Count}"));
            }

            long total = 0;
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                if (entry.IsEncrypted)
                {
                    throw Refused(file, ReadableText.Of(entry.Name), "a member that can be read", "an encrypted one");
                }

                using Stream target = place(entry);
                total += Copy(file, entry, target, buffer, LargestUnpacked - total);
                unpacked(entry, target);
            }
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(file, damaged);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static long Copy(SourceFile file, ZipArchiveEntry entry, Stream target, byte[] buffer, long left)
    {
        // A packed length larger than the archive itself is a lie that would lift the limit.
        long byRatio = (Math.Min(entry.CompressedLength, file.Bytes.Length) + 1) * LargestRatio;
        using Stream source = entry.Open();
        long length = 0;
        while (source.Read(buffer, 0, Chunk) is int read and > 0)
        {
            length += read;
            if (length > left)
            {
                throw Refused(file, ReadableText.Of(entry.Name), Invariant($"at most {LargestUnpacked} bytes unpacked, all members together"), "more");
            }

            if (length > byRatio)
            {
                throw Refused(file, ReadableText.Of(entry.Name), Invariant($"at most {LargestRatio} bytes from one packed byte"), "more");
            }

            target.Write(buffer, 0, read);
        }

        return length;
    }

    private static PublisherAnswerException Refused(SourceFile file, string place, string expected, string found) =>
        new(new Fault(file.Name, place, expected, found, Remedy));

    private static UnreadableFileException Damaged(SourceFile file, Exception damaged) => new(
        new Fault(file.Name, "archive", "a whole archive", "a damaged or cut-off one", "fetch the file from the publisher again"), damaged);
}
