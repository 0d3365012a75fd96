using System.Text;
using Pipeline.App.Tests.Running;
using Pipeline.Sources.Templates;

namespace Pipeline.App.Tests.Repository;

/// <summary>The pages on templates are what the program writes, so that they never say anything else than the reader checks.</summary>
public sealed class FeedPageTests
{
    public static TheoryData<string> Sources => [.. FeedTemplates.Sources];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task The_page_of_a_template_is_the_one_that_the_command_writes(string source)
    {
        TemplateFile page = FeedTemplates.Empty(source).Single(file => file.Name.EndsWith(".md", StringComparison.Ordinal));

        Assert.Equal(Encoding.UTF8.GetString(page.Bytes.Span), await File.ReadAllTextAsync(RepositoryFolder.Path("infra", "feeds", page.Name)));
    }
}
