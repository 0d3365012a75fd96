using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Domain;

namespace Pipeline.Sources.Tests.Pull;

public sealed class ArchiveTests
{
    [Fact]
    public void Members_come_in_order_of_name_with_their_own_hashes()
    {
        SourceFile archive = Archive(("b.csv", "second"), ("a.csv", "first"));

        IReadOnlyList<SourceFile> members = PublisherArchive.Members(archive);

        Assert.True(PublisherArchive.Is(archive));
        Assert.Equal(["a.csv", "b.csv"], members.Select(member => member.Name));
        Assert.Equal("first", Encoding.UTF8.GetString(members[0].Bytes.Span));
        Assert.Equal(SourceFile.From("a.csv", "first"u8.ToArray()).Snapshot, members[0].Snapshot);
    }

    [Theory]
    [InlineData("../WGIData.csv")]
    [InlineData("folder/WGIData.csv")]
    [InlineData("..\\WGIData.csv")]
    [InlineData("C:WGIData.csv")]
    [InlineData("/etc/WGIData.csv")]
    [InlineData("..")]
    [InlineData("folder/")]
    [InlineData("WGI\u202Edata.csv")]
    public void A_member_with_a_path_in_its_name_refuses_the_whole_archive(string name) =>
        Assert.Equal("name of a member", Assert.Throws<PublisherAnswerException>(() => PublisherArchive.Members(Archive(("good.csv", "x"), (name, "x")))).Fault.Place);

    [Fact]
    public void Two_members_of_one_name_refuse_the_whole_archive() =>
        Assert.Throws<PublisherAnswerException>(() => PublisherArchive.Members(Archive(("WGIData.csv", "x"), ("wgidata.csv", "y"))));

    [Fact]
    public void An_archive_with_more_members_than_any_publisher_sends_is_refused()
    {
        SourceFile many = Archive([.. Enumerable.Range(0, PublisherArchive.MostMembers + 1).Select(number => ($"{number}.csv", "x"))]);

        Assert.Equal("401", Assert.Throws<PublisherAnswerException>(() => PublisherArchive.Members(many)).Fault.Found);
    }

    [Fact]
    public void A_member_that_unpacks_two_hundredfold_is_refused()
    {
        SourceFile bomb = Archive(("zeros.csv", new string('0', 5_000_000)));

        Assert.Contains("at most 200 bytes from one packed byte", Assert.Throws<PublisherAnswerException>(() => PublisherArchive.Members(bomb)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_are_too_large_together_are_refused()
    {
        // A little noise in each block keeps the ratio below its own limit, so that the total is what is passed.
        byte[] noise = [.. Enumerable.Range(0, 1_000).SelectMany(number => SHA256.HashData(BitConverter.GetBytes(number)))];
        byte[] block = [.. noise, .. new byte[2_000_000]];
        MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream member = archive.CreateEntry("large.csv").Open();
            for (long written = 0; written <= PublisherArchive.LargestUnpacked; written += block.Length)
            {
                member.Write(block);
            }
        }

        PublisherAnswerException refusal = Assert.Throws<PublisherAnswerException>(() => PublisherArchive.Members(SourceFile.From("large.zip", zip.ToArray())));

        Assert.Equal("at most 268435456 bytes unpacked, all members together", refusal.Fault.Expected);
    }

    [Fact]
    public void A_workbook_is_a_file_and_no_archive()
    {
        SourceFile workbook = SourceFile.From("prices.xlsx", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "starter-feeds", "pink-sheet", "CMO-Historical-Data-Monthly.xlsx")));

        Assert.False(PublisherArchive.Is(workbook));
        PublisherArchive.CheckWorkbook(workbook);
    }

    [Fact]
    public void A_workbook_that_unpacks_like_no_workbook_is_refused_before_a_reader_opens_it() =>
        Assert.Throws<PublisherAnswerException>(() => PublisherArchive.CheckWorkbook(Archive(("xl/workbook.xml", new string(' ', 5_000_000)))));

    [Fact]
    public void An_archive_that_is_cut_off_is_unreadable()
    {
        byte[] whole = Archive(("WGIData.csv", "x")).Bytes.ToArray();

        Assert.Throws<UnreadableFileException>(() => PublisherArchive.Is(SourceFile.From("WGI_CSV.zip", whole.AsMemory(..^10))));
    }

    private static SourceFile Archive(params (string Name, string Text)[] members)
    {
        MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in members)
            {
                using Stream member = archive.CreateEntry(name).Open();
                member.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return SourceFile.From("WGI_CSV.zip", zip.ToArray());
    }
}
