using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IdentityPools.Validation;

namespace IdentityPools.Simulation;

/// <summary>
/// The session tags that someone gets by attributes for access control. The simulation and the in-memory account both read them here. AWS does not say what
/// becomes of a value that STS refuses; it is taken for a refusal of the credentials, as the reading that gives less, and as users met it.
/// </summary>
/// <remarks>
/// https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html,
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html, https://github.com/aws/aws-sdk-js/issues/4112
/// </remarks>
internal sealed record IssuedTags
{
    /// <summary>None.</summary>
    public static readonly IssuedTags None = new();

    /// <summary>The claim in which a developer's token carries tags.</summary>
    /// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp</remarks>
    public const string Claim = "https://aws.amazon.com/tags";

    private const string PrincipalTags = "principal_tags";
    private const string Signs = "_.:/=+-@";

    /// <summary>What AWS maps where its defaults are used.</summary>
    public static readonly IReadOnlyDictionary<string, string> Defaults = new Dictionary<string, string> { ["username"] = "sub", ["client"] = "aud" };

    /// <summary>The tags and their values.</summary>
    public ValueMap<string> Values { get; private init; } = ValueMap<string>.Empty;

    /// <summary>Tags whose claims the token lacks.</summary>
    public IReadOnlyList<IssuedTagNote> Missing { get; private init; } = [];

    /// <summary>What STS, or Amazon Cognito's guide, does not take.</summary>
    public IReadOnlyList<IssuedTagNote> Faults { get; private init; } = [];

    /// <summary>The claim of each tag of a provider; null where it is known only when the pool is deployed.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> MapOf(PrincipalTagMapping tags) =>
        tags.UseDefaults
            ? Defaults.Select(tag => KeyValuePair.Create(tag.Key, (string?)tag.Value))
            : tags.TypedTags.Select(tag => KeyValuePair.Create(tag.Key, tag.Value.Literal));

    /// <summary>Reads tags.</summary>
    /// <param name="claimOfTag">The claim of each tag.</param>
    /// <param name="claims">The claims of the token.</param>
    /// <param name="isSaml">Whether the claims are attributes of a SAML assertion, which are lists even of one value.</param>
    public static IssuedTags Read(IEnumerable<KeyValuePair<string, string>> claimOfTag, TokenClaims claims, bool isSaml)
    {
        var values = new List<KeyValuePair<string, string>>();
        var missing = new List<IssuedTagNote>();
        var faults = new List<IssuedTagNote>();
        foreach (var (tag, claim) in claimOfTag)
        {
            var value = claims[claim];
            if (value is null)
            {
                missing.Add(new(nameof(Messages.NoteTagClaimMissing), tag, claim, ""));
            }
            else if (value.Kind == ClaimKind.Object || (value.Kind == ClaimKind.List && !(isSaml && value.Items.Count == 1)))
            {
                faults.Add(new(nameof(Messages.NoteTagNotText), tag, claim, value.Text));
            }
            else
            {
                Add(tag, claim, value.Text);
            }
        }

        return Judged(values, missing, faults);

        void Add(string tag, string claim, string text)
        {
            if (Fault(tag, claim, text) is { } fault)
            {
                faults.Add(fault);
            }
            else
            {
                values.Add(new(tag, text));
            }
        }
    }

    /// <summary>The tags that a developer's backend put into a token of the pool.</summary>
    public static IssuedTags OfDeveloper(TokenClaims claims)
    {
        if (claims[Claim] is not { Kind: ClaimKind.Object } claim || JsonNode.Parse(claim.Text)?[PrincipalTags] is not JsonObject tags)
        {
            return None;
        }

        var values = tags.ToDictionary(tag => tag.Key, tag => ClaimValue.From(tag.Value) ?? new("", [""], ClaimKind.Text), StringComparer.Ordinal);
        return Read(tags.Select(tag => KeyValuePair.Create(tag.Key, tag.Key)), new(values), isSaml: true);
    }

    /// <summary>The claim that carries tags, as a token has it.</summary>
    public static JsonObject ToClaim(IEnumerable<KeyValuePair<string, string>> tags) =>
        new() { [PrincipalTags] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)new JsonArray(tag.Value)))) };

    private static IssuedTags Judged(List<KeyValuePair<string, string>> values, List<IssuedTagNote> missing, List<IssuedTagNote> faults)
    {
        var bytes = values.Sum(tag => Encoding.UTF8.GetByteCount(tag.Key) + Encoding.UTF8.GetByteCount(tag.Value));
        if (bytes > Limits.PrincipalTagBytes)
        {
            faults.Add(new(nameof(Messages.NoteTagsTooLong), string.Join(", ", values.Select(tag => tag.Key)), $"{Limits.PrincipalTagBytes}", $"{bytes}"));
        }

        return new()
        {
            Values = ValueMap<string>.Create(values),
            Missing = missing,
            Faults = faults,
        };
    }

    private static IssuedTagNote? Fault(string tag, string claim, string text) =>
        TextLimit.Length(text) > Limits.SessionTagLength ? new(nameof(Messages.NoteTagTooLong), tag, claim, $"{TextLimit.Length(text)}")
        : Refused(text).Distinct().ToList() is { Count: > 0 } refused ? new(nameof(Messages.NoteTagCharacters), tag, claim, string.Join(' ', refused))
        : null;

    /// <summary>The characters that STS does not take: all but letters, separators, digits and a few signs.</summary>
    private static IEnumerable<string> Refused(string text) => text.EnumerateRunes().Where(rune => !IsAllowed(rune)).Select(rune => rune.ToString());

    private static bool IsAllowed(Rune rune) =>
        Rune.IsLetter(rune)
        || Rune.IsNumber(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.IsAscii && Signs.Contains((char)rune.Value, StringComparison.Ordinal));
}

/// <summary>What is to be known of a session tag.</summary>
/// <param name="Id">The note.</param>
/// <param name="Tag">The tag, or the tags.</param>
/// <param name="Claim">Its claim.</param>
/// <param name="Detail">The value, or what is wrong with it.</param>
internal sealed record IssuedTagNote(string Id, string Tag, string Claim, string Detail)
{
    public RoleDecisionNote ToNote(string taken, string other) => RoleDecisionNote.Create(Id, Tag, Claim, Detail).WithReadings(taken, other);
}
