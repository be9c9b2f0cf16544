using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace IdentityPools.UnitTests.English;

/// <summary>What can be tested of plain English: known mistakes, long sentences, and messages that end without a full stop or a remedy.</summary>
public sealed partial class PlainEnglishTests
{
    private const int LongestSentence = 35;

    /// <summary>Mistakes that these texts once had, and what to write instead.</summary>
    private static readonly (Regex Mistake, string Instead)[] Mistakes =
    [
        (Of(@"(?<!\bthere )\b(?:is|are) none\b"), "is not valid"),
        (Of(@"(?<!\bthere )\b(?:is|are) no (?!longer\b|more\b)"), "is not a, do not"),
        (Of(@"\b(?:stand|stands|stood)\b(?! for\b|-)"), "is"),
        (Of(@"\bstands? twice\b"), "is a duplicate, is used twice"),
        (Of(@"\b(?:take|takes|taken|took) (?:it |them )?back\b"), "roll back, undo"),
        (Of(@"\b(?:AWS|Cognito|IAM|CloudFormation) takes (?!about\b)"), "accepts, allows"),
        (Of(@"\bgravest\b"), "most severe"),
        (Of(@"\b(?:he|his|himself)\b"), "they, their, you"),
        (Of(@"\b(?:role (?:of|for) guests?|guests?'? roles?)\b"), "unauthenticated role"),
        (Of(@"\btells?\b(?! you\b| Cognito\b)|\bun?told\b"), "shows, states"),
        (Of(@"\b(?:carried|to carry)\b(?! out)"), "imported, kept"),
        (Of(@"\baccounts? in memory\b"), "in-memory account"),
        (Of(@"\bworked in\b"), "current account, current region"),
        (Of(@"\b(?:made|published|created|attached|adopted) from here\b"), "by this module"),
        (Of(@"\b(?:goes|go|going) on\b"), "continues"),
        (Of(@"\bmakes? (?:one|none|a name) up\b"), "generates"),
        (Of(@"\b(?:left|leave|leaves|leaving) (?:\S+ ){0,4}out\b"), "omit"),
        (Of(@"\bbeside\b|\bto be had\b|\bin place of\b|\bwhat there is\b|\bone's own\b"), "next to, available, instead of, the existing, your own"),
        (Of(@"\bcannot be(?=[.,;:])"), "is not valid"),
        (Of(@"\bshall\b"), "must, or the present tense"),
        (Of(@"\b(?:some|any|every)body\b"), "someone, anyone, everyone"),
        (Of(@"\bcolour|\blicence|\bbehaviour|\be-mail\b"), "American spelling"),
        (new(@"(?:^|[.;] )Who [^?]*$", RegexOptions.CultureInvariant), "Users who, if you"),
        (new(@"(?<![\w.:$/@<{-])ids?\b(?![\w=:}>/(-])", RegexOptions.CultureInvariant), "ID, IDs"),
    ];

    /// <summary>What is no sentence: tooltips, labels, titles, parts of sentences that begin with a name.</summary>
    [GeneratedRegex(
        "^(?:AuthFlow_|Completed|Kept|Page|Picture|Progress|WorkingIn|Defaults$|Export(?:Into|Pool)?Action$|MfaCodePrompt$|RoleNotAllTold$|TwitterSecretParameter$)|(?:Caption|_Title)$"
    )]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<=[.?!:]""?) (?=[\p{Lu}{""'-])")]
    private static partial Regex SentenceStart();

    /// <summary>A number with what it counts; as {0:pool|pools} it is right for one, too.</summary>
    [GeneratedRegex(
        @"\{\d\} (?:(?!for|have)[a-z]+ ){0,2}(?:bytes|calls|characters|clients|errors|files|hours|items|levels|mappings|megabytes|outputs|parameters|parts|policies|pools|providers|remarks|resources|rules|scopes|seconds|steps|tags|templates|thumbprints|URLs|warnings)\b"
    )]
    private static partial Regex Counted();

    /// <summary>Messages whose number is never one: a limit that is exceeded, or one among several.</summary>
    private static readonly HashSet<string> AlwaysSeveral = new(StringComparer.Ordinal)
    {
        nameof(Messages.AnswerSecretTooLong),
        nameof(Messages.AnswerTooLong),
        nameof(Messages.AnswerTooSlow),
        nameof(Messages.CompletedDuration),
        nameof(Messages.DescriptionTooLong),
        nameof(Messages.DeveloperProviderNameInTemplate),
        nameof(Messages.ExcessBytes),
        nameof(Messages.ExcessOutputs),
        nameof(Messages.ExcessParameters),
        nameof(Messages.ExcessResources),
        nameof(Messages.FileTooLong),
        nameof(Messages.InlinePolicyTooLarge),
        nameof(Messages.LogicalIdTooLong),
        nameof(Messages.LoginTokenTooLarge),
        nameof(Messages.ParameterDescriptionTooLong),
        nameof(Messages.PathAmbiguous),
        nameof(Messages.PrincipalTagsTooLong),
        nameof(Messages.RoleSharedByPools_Message),
        nameof(Messages.RuleCount),
        nameof(Messages.SessionDurationPointless_Message),
        nameof(Messages.SuppressionReasonTooLong),
        nameof(Messages.TemplateTooDeep),
        nameof(Messages.TemplateTooLarge),
        nameof(Messages.TokenTooLarge),
        nameof(Messages.TooManyCallbackUrls),
        nameof(Messages.TooManyLogins),
        nameof(Messages.TooManyManagedPolicies),
        nameof(Messages.TooManyPrincipalTags),
        nameof(Messages.TooManyRoleMappings),
        nameof(Messages.TooManyTags),
        nameof(Messages.TooManyTagsToPublish),
        nameof(Messages.TooManyThumbprints),
        nameof(Messages.TooManyUserPools),
        nameof(Messages.UserPoolClientAmbiguous),
        nameof(Messages.ValueTooDeep),
    };

    [GeneratedRegex(@"\b(?:is|are) not (?:an? )?valid\b[^.:(]*\.$")]
    private static partial Regex WithoutRemedy();

    // Code, addresses and what somebody else says are not ours to write.
    [GeneratedRegex(@"`+[^`]*`+|(?<=\])\([^)]*\)|https?://\S+|(?<!\w)'[^']*'(?!\w)|""[^""]*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\A---\n.*?\n---\n|^(?<fence>```+|~~~+).*?^\k<fence>", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\n(?:[ \t]*\n|(?=[ \t]*(?:[-*|#]|\d+\.) ))")]
    private static partial Regex Paragraph();

    public static TheoryData<string> Pages()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(RulesPage.Page.Path)!, ".."));
        string[] folders = ["", "docs", "docs/en-US", "examples", "benchmarks", "tests/Parity"];
        return [.. folders.SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.md")).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_message_has_no_known_mistake() =>
        AssertNone(Entries().SelectMany(message => MistakesOf(message.Text).Select(mistake => $"{message.Name}: {mistake}")));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_no_known_mistake(string page) =>
        AssertNone(
            Paragraph().Split(Code().Replace(File.ReadAllText(page).ReplaceLineEndings("\n"), "")).SelectMany(text => MistakesOf(text.ReplaceLineEndings(" ")))
        );

    [Fact]
    public void A_sentence_of_a_message_is_short() =>
        AssertNone(
            from message in Entries()
            from sentence in SentenceStart().Split(message.Text)
            let words = sentence.Split(' ').Length
            where words > LongestSentence
            select $"{message.Name}: {words} words: {sentence}"
        );

    [Fact]
    public void A_message_that_is_a_sentence_ends_as_one() =>
        AssertNone(
            from message in Entries()
            where char.IsUpper(message.Text[0]) && message.Text.Contains(' ') && !Label().IsMatch(message.Name)
            where message.Text[^1] is not ('.' or '?' or ':' or '"' or '}')
            select $"{message.Name}: {message.Text}"
        );

    [Fact]
    public void A_message_counts_one_thing_as_one() =>
        AssertNone(
            Entries()
                .Where(message => Counted().IsMatch(message.Text) && !AlwaysSeveral.Contains(message.Name))
                .Select(message => $"{message.Name}: {message.Text}")
        );

    [Fact]
    public void A_message_that_always_counts_several_is_one_of_these() =>
        Assert.Equal(
            AlwaysSeveral.Order(StringComparer.Ordinal),
            Entries().Where(message => Counted().IsMatch(message.Text)).Select(message => message.Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData(1, "Write CloudFormation template of 1 identity pool")]
    [InlineData(0, "Write CloudFormation template of 0 identity pools")]
    [InlineData(2, "Write CloudFormation template of 2 identity pools")]
    public void A_number_has_the_word_that_fits(int count, string expected) =>
        Assert.Equal(expected, IdentityPools.Values.MessageText.Format(nameof(Messages.ExportAction), count));

    [Fact]
    public void A_message_about_what_is_not_valid_says_what_is() =>
        AssertNone(
            Entries()
                .Where(message => !message.Name.Contains('_') && WithoutRemedy().IsMatch(message.Text))
                .Select(message => $"{message.Name}: {message.Text}")
        );

    [Theory]
    [InlineData("'{0}' is no group.")]
    [InlineData("The precedence '{0}' is none. Give a whole number.")]
    [InlineData("Who fails every rule gets more")]
    [InlineData("Identity pool '{0}' has no name, and AWS makes none up.")]
    [InlineData("The rule '{0}' stands twice in the mapping of {1}.")]
    [InlineData("A creation that fails is taken back.")]
    [InlineData("Grant access to a service, each user to what is his own.")]
    [InlineData("The findings, the gravest first.")]
    [InlineData("The role of guests is left as it is.")]
    [InlineData("The id of the pool.")]
    public void A_mistake_is_found(string text) => Assert.NotEmpty(MistakesOf(text));

    [Theory]
    [InlineData("There is no state file, and if there is none, nothing stands for it.")]
    [InlineData("The ID of the pool, `id`, in 'id' or at https://a.example/id.")]
    [InlineData("Who signs in?")]
    public void What_is_plain_is_spared(string text) => Assert.Empty(MistakesOf(text));

    // All of them in whole, which the assertions of the framework shorten.
    private static void AssertNone(IEnumerable<string> mistakes) => Assert.Equal("", string.Join('\n', mistakes));

    private static IEnumerable<string> MistakesOf(string text)
    {
        var prose = Quoted().Replace(text, "''");
        return Mistakes.Where(item => item.Mistake.IsMatch(prose)).Select(item => $"\"{item.Mistake.Match(prose).Value}\", better: {item.Instead}. {text}");
    }

    private static Regex Of(string mistake) => new(mistake, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static IEnumerable<(string Name, string Text)> Entries() =>
        Messages
            .ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>()
            .Select(entry => ((string)entry.Key, (string)entry.Value!));
}
