using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Numbers.Figures;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Writes the notes: what each figure means, its period, coverage, marks, parameters, evidence, and why it is missing.</summary>
internal sealed class NoteTexts(MineralAssessment assessment, BriefingContext context, SourceList sources, Language language, FigureWriter write)
{
    /// <summary>All notes in the order of the briefing.</summary>
    public NoteBook Write()
    {
        List<(string, string, IReadOnlyList<Run>)> notes = [(NoteKey.Reading, Words.NoteReading.In(language), [new Run(Words.NoteReadingText.In(language))])];
        notes.AddRange(IndicatorId.Six.Select(id => (id, Vocabulary.Word(Term.Indicator, id, language), (IReadOnlyList<Run>)Indicator(id))));
        notes.Add((NoteKey.InstitutionalRisk, Words.NoteInstitutional.In(language), [new Run(Words.DefineInstitutional.In(
            language, DisplayNumber.Score(InstitutionalRiskClass.Medium), DisplayNumber.Score(InstitutionalRiskClass.High)))]));
        notes.Add((NoteKey.Imports, Words.NoteImports.In(language), Imports()));
        notes.Add((NoteKey.Outlook, Words.NoteOutlook.In(language), Outlook()));
        notes.Add((NoteKey.SelfSufficiency, Words.NoteSelfSufficiency.In(language), SelfSufficiency()));
        notes.Add((NoteKey.Countries, Words.NoteCountries.In(language), [new Run(Words.DefineCountries.In(language))]));
        notes.Add((NoteKey.FinerSet, Words.NoteFinerSet.In(language), Several(NoteKey.FinerSet, Words.DefineFinerSet)));
        notes.Add((NoteKey.Scenario, Words.NoteScenario.In(language), Several(NoteKey.Scenario, Words.DefineScenario)));
        notes.Add((NoteKey.Tools, Words.NoteTools.In(language), [new Run(Words.DefineTools.In(language))]));
        notes.Add((NoteKey.Vintage, Words.NoteVintage.In(language), [new Run(Method()), NumbersAddress()]));
        return new NoteBook(notes, language);
    }

    /// <summary>The sentence that says on which cells of which sources a note rests, with links to the sources.</summary>
    private IReadOnlyList<Run> Evidence(string note, Proof proof)
    {
        if (proof.Cells == 0)
        {
            Phrase entries = proof.References.Count == 1 ? Words.EvidenceOneReference : Words.EvidenceReference;
            return [new Run(entries.In(language, write(FigurePath.NoteReferences(note), proof.References.Count, DisplayNumber.Count)))];
        }

        Phrase sentence = proof.Cells == 1 ? Words.EvidenceOneCell : Words.EvidenceSentence;
        string[] halves = sentence.In(language, "\u0001", write(FigurePath.NoteCells(note), proof.Cells, DisplayNumber.Count)).Split('\u0001');
        return [new Run(halves[0]), .. SourceLinks(sources.Of(proof), language), new Run(halves[1])];
    }

    /// <summary>Letters of sources as links: 出典A、B.</summary>
    public static IReadOnlyList<Run> SourceLinks(IReadOnlyList<SourceEntry> entries, Language language)
    {
        Phrase first = entries.Count == 1 ? Words.SourceReference : Words.SourcesReference;
        return [.. entries.SelectMany((entry, index) => index == 0
            ? new[] { new Run(first.In(language, entry.Letter), Link: "#" + entry.Anchor) }
            : [new Run(Words.ListSeparator.In(language)), new Run(entry.Letter, Link: "#" + entry.Anchor)])];
    }

    private List<Run> Indicator(string id)
    {
        List<string> sentences = [IndicatorDefinitions.Find(id)!.In(language)];
        if (assessment.Find(id) is not { } result)
        {
            sentences.Add(Words.NoReason.In(language));
            return [new Run(Joined(sentences))];
        }

        if (id == IndicatorId.PriceFluctuation && assessment.Prices is { } prices && PriceBand.Of(prices) is not null) sentences.Add(Words.DefinePriceBand.In(language));
        sentences.AddRange(About(result));
        List<Run> runs = [new Run(Joined(sentences))];
        Proof proof = NoteEvidence.Of(assessment, id);
        if (result.Score is not null || result.ScoreLow is not null) proof = proof.Required(assessment.Mineral, id);
        if (!proof.IsEmpty)
        {
            runs.Add(new Run(Words.SentenceGap.In(language)));
            runs.AddRange(Evidence(id, proof));
        }

        return runs;
    }

    private IEnumerable<string> About(IndicatorResult result)
    {
        if (result.Status != ResultStatus.Ok)
        {
            string why = result.Reason is { } reason ? ResultText.Sentence(ReasonText.Written(result, reason, write), language) : Words.NoReason.In(language);
            yield return Words.ReasonSentence.In(language, ResultText.Status(result.Status, language), why);
        }

        foreach (Reason note in ReasonText.Remarks(result, write)) yield return ResultText.Sentence(note, language);
        if (result.Period is { } period) yield return Words.PeriodSentence.In(language, PeriodText.Of(period, language));
        if (result.Coverage is { } coverage)
        {
            yield return result.ImputedShare is { } imputed
                ? Words.ImputedSentence.In(language, Share(result, "coverage", coverage), Share(result, "imputedShare", imputed))
                : Words.CoverageSentence.In(language, Share(result, "coverage", coverage));
        }

        List<string> companions = [.. result.Companions.Where(companion => companion.Value is not null).Select(companion =>
            Vocabulary.Word(Term.Companion, companion.Id, language) + " "
                + ResultText.Amount(companion.Value!.Value, companion.Unit, language, FigurePath.Result(result.Indicator, companion.Id), write))];
        if (companions.Count > 0) yield return Words.CompanionsSentence.In(language, Listed(companions));
        if (result.Flags.Count > 0) yield return Words.FlagsSentence.In(language, Listed(result.Flags.Select(flag => Vocabulary.Word(Term.Flag, flag, language))));
    }

    private string Share(IndicatorResult result, string figure, double share) => write(FigurePath.Result(result.Indicator, figure), share, DisplayNumber.PercentOfShare);

    /// <summary>
    /// The method: version, vintage, and how many parameters are behind it. Their identifiers and values belong to the data of the vintage;
    /// only those past their confirmation date are named here.
    /// </summary>
    private string Method()
    {
        List<string> sentences = [Words.DefineVintage.In(
            language, context.Vintage, PeriodText.Of(context.Quarter, language), PeriodText.Of(context.AsOf, language), context.Method)];
        IReadOnlyList<ParameterUse> parameters = ParameterFigures.Used(assessment);
        if (parameters.Count > 0)
        {
            Phrase sentence = parameters.Count == 1 ? Words.ParameterSentence : Words.ParametersSentence;
            sentences.Add(sentence.In(language, write(FigurePath.ParameterCount, parameters.Count, DisplayNumber.Count)));
        }

        List<string> stale = [.. parameters.Where(parameter => parameter.IsStale).Select(parameter => parameter.Id)];
        if (stale.Count > 0) sentences.Add(Words.StaleParameters.In(language, Listed(stale)));
        return Joined(sentences);
    }

    /// <summary>How a number is looked up: no part of what the briefing says, and so a label.</summary>
    private Run NumbersAddress() => new(
        Words.SentenceGap.In(language) + Words.NumbersSentence.In(language, NumberAddresses.Of(assessment.Mineral, context, language).Pattern)) { IsLabel = true };

    private IReadOnlyList<Run> Imports()
    {
        List<string> sentences = [Words.DefineImports.In(language)];
        HashSet<string> said = new(StringComparer.Ordinal);
        foreach (string id in new[] { IndicatorId.ImportAverage, IndicatorId.ImportGrowth })
        {
            if (assessment.Find(id) is { } result && (result.Status != ResultStatus.Ok || result.Flags.Count > 0))
            {
                // What holds for the average holds for its growth: said once.
                List<string> about = [.. About(result).Where(sentence => !said.Contains(NumberMarks.Without(sentence)))];
                said.UnionWith(about.Select(NumberMarks.Without));
                if (about.Count > 0) sentences.Add(Vocabulary.Word(Term.Indicator, id, language) + Words.Colon.In(language) + Joined(about));
            }
        }

        List<ImportYear> missing = [.. assessment.Imports.Where(year => year.Tonnes is null && year.Missing is not null)];
        if (missing.Count > 0)
        {
            IEnumerable<string> items = missing.GroupBy(year => ResultText.Sentence(year.Missing!, language), StringComparer.Ordinal).Select(group =>
                Words.MissingYearItem.In(language, YearRuns.Text([.. group.Select(year => year.Year.Year)], language), group.Key));
            sentences.Add(Words.MissingYearsSentence.In(language, string.Join(Words.SentenceGap.In(language), items)));
        }

        List<string> flags = [.. assessment.Imports.SelectMany(year => year.Flags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (flags.Count > 0) sentences.Add(Words.FlagsSentence.In(language, Listed(flags.Select(flag => Vocabulary.Word(Term.Flag, flag, language)))));
        return WithEvidence(NoteKey.Imports, sentences);
    }

    private IReadOnlyList<Run> Outlook() => assessment.Outlook is { } outlook
        ? WithEvidence(NoteKey.Outlook, [Words.DefineOutlook.In(language), Issue(outlook)])
        : [new Run(Joined([Words.DefineOutlook.In(language), Words.OutlookNone.In(language)]))];

    /// <summary>What is quoted; of an invented issue only that it is one.</summary>
    private string Issue(MarketOutlook outlook) => outlook.Illustrative
        ? Words.IssueIllustrative.In(language, PeriodText.Of(outlook.IssuedOn, language))
        : Words.IssueSentence.In(language, PeriodText.Of(outlook.IssuedOn, language), Listed(OutlookPart.Citations(outlook)));

    private IReadOnlyList<Run> SelfSufficiency()
    {
        List<string> sentences = [Words.DefineSelfSufficiency.In(language)];
        if (assessment.SelfSufficiency is { Components.Count: > 1 }) sentences.Add(Words.SupplyRounding.In(language));
        IndicatorResult? result = assessment.Find(IndicatorId.SelfSufficiency);
        if (result is not null) sentences.AddRange(About(result));
        IReadOnlyList<PublishedRate> published = assessment.SelfSufficiency?.Published ?? [];
        if (published.Count > 0)
        {
            sentences.Add(Words.PublishedQuotes.In(language, Listed(published.Select(rate =>
                Words.PublishedQuote.In(language, PeriodText.Of(rate.Period, language), rate.Definition, rate.Citation)))));
        }

        return WithEvidence(NoteKey.SelfSufficiency, sentences);
    }

    /// <summary>One note for several results: what they mean, then each under its name.</summary>
    private IReadOnlyList<Run> Several(string note, Phrase definition)
    {
        List<string> sentences = [definition.In(language)];
        foreach (IndicatorResult result in NoteEvidence.Results(assessment, note))
            sentences.Add(Vocabulary.Word(Term.Indicator, result.Indicator, language) + Words.Colon.In(language) + Joined([.. About(result)]));
        return WithEvidence(note, sentences);
    }

    private IReadOnlyList<Run> WithEvidence(string note, IReadOnlyList<string> sentences)
    {
        Proof proof = NoteEvidence.Of(assessment, note);
        return proof.IsEmpty ? [new Run(Joined(sentences))] : [new Run(Joined(sentences) + Words.SentenceGap.In(language)), .. Evidence(note, proof)];
    }

    private string Joined(IReadOnlyList<string> sentences) => string.Join(Words.SentenceGap.In(language), sentences);

    private string Listed(IEnumerable<string> items) => string.Join(Words.ItemSeparator.In(language), items);
}
