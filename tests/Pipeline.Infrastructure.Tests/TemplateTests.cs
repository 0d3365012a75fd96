using Pipeline.Infrastructure.Tests.Rules;
using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests;

/// <summary>The templates keep every rule.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void The_grammar_reads_every_file() => Assert.Empty(SyntaxRule.Findings(TemplateFolder.Committed));

    [Fact]
    public void Every_name_used_is_declared_and_every_name_declared_is_used() => Assert.Empty(SymbolRule.Findings(TemplateFolder.Committed));

    [Fact]
    public void Modules_and_parameter_files_give_exactly_what_is_asked() => Assert.Empty(ModuleRule.Findings(TemplateFolder.Committed));

    [Fact]
    public void Values_fit_the_declared_types() => Assert.Empty(TypeRule.Findings(TemplateFolder.Committed));

    [Fact]
    public void Everything_is_private_keyless_and_started_as_a_custom_handler() => Assert.Empty(PropertyRule.Findings(TemplateFolder.Committed));

    [Fact]
    public void The_linters_core_rules_are_kept() => Assert.Empty(LinterRule.Findings(TemplateFolder.Committed));

    [Fact]
    public void There_are_parameters_for_development_and_production() =>
        Assert.Equal(["bicep/dev.bicepparam", "bicep/prod.bicepparam"], TemplateFolder.Committed.Files.Where(file => file.IsParameterFile).Select(file => file.Path));
}
