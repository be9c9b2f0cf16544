using System.Globalization;
using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Findings;

/// <summary>A rule that looks for one kind of risk or mistake. Its sentences stand under its id in the resources.</summary>
/// <param name="id">One of <see cref="FindingRuleId"/>.</param>
/// <param name="severity">How much it matters.</param>
/// <param name="helpUri">The page of AWS that explains it.</param>
/// <param name="look">What the rule sees in a pool.</param>
internal class FindingRule(string id, FindingSeverity severity, Uri helpUri, Func<FindingContext, IEnumerable<Sighting>> look)
{
    public string Id => id;

    public FindingSeverity Severity => severity;

    public Uri HelpUri => helpUri;

    /// <summary>The public controls that the rule answers.</summary>
    public ValueList<FindingControl> Controls { get; } = FindingControls.Of(id);

    public virtual string Title => Text("Title");

    /// <summary>What and why, for the page of the rules.</summary>
    public string Description => Text("Description");

    /// <summary>What to do about it, in general.</summary>
    public string Remedy => Text("Remedy");

    /// <summary>What the rule finds in a pool.</summary>
    public virtual IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        look(context)
            .Select(seen => new IdentityPoolFinding(
                this,
                seen.Subject,
                context.Pool,
                MessageText.Format($"{Id}_{seen.Sentence}", [.. seen.Arguments.Select(PartName.Get)]),
                Remedy
            ));

    public static FindingRule Create(string id, FindingSeverity severity, Uri helpUri, Func<FindingContext, IEnumerable<Sighting>> look) =>
        new(id, severity, helpUri, look);

    /// <summary>A rule that looks at one role after the other.</summary>
    public static FindingRule OfRoles(string id, FindingSeverity severity, Uri helpUri, Func<FindingContext, ExaminedRole, IEnumerable<Sighting>> look) =>
        new(id, severity, helpUri, context => context.Roles.SelectMany(role => look(context, role)));

    /// <summary>A rule about what roles may do. A role that nobody is given is left to the rule that says so.</summary>
    public static FindingRule OfPermissions(string id, FindingSeverity severity, Uri helpUri, Func<FindingContext, ExaminedRole, IEnumerable<Sighting>> look) =>
        OfRoles(id, severity, helpUri, (context, role) => role.IsForUsers || (role.IsForGuests && context.Pool.MayHaveGuests) ? look(context, role) : []);

    /// <summary>A rule that looks at one role mapping after the other.</summary>
    public static FindingRule OfMappings(string id, FindingSeverity severity, Uri helpUri, Func<FindingContext, RoleMapping, IEnumerable<Sighting>> look) =>
        new(id, severity, helpUri, context => context.Pool.RoleMappings.SelectMany(mapping => look(context, mapping)));

    /// <summary>What a rule sees; the arguments fill the sentence of its message.</summary>
    public static Sighting Found(FindingSubject subject, params object?[] arguments) => new(subject, arguments);

    /// <summary>What a rule would see if a part of the pool came to be as it may: said in a sentence of its own.</summary>
    public static Sighting FoundPerhaps(FindingSubject subject, params object?[] arguments) => new(subject, arguments) { Sentence = "Perhaps" };

    /// <summary>The rules of a mapping with their places, from 1.</summary>
    public static IEnumerable<(RoleMappingRule Rule, int Position)> Numbered(RoleMapping mapping) => mapping.Rules.Select((rule, index) => (rule, index + 1));

    public static Uri Guide(string page) => new("https://docs.aws.amazon.com/cognito/latest/developerguide/" + page);

    public static Uri IamGuide(string page) => new("https://docs.aws.amazon.com/IAM/latest/UserGuide/" + page);

    /// <summary>A sentence that nothing is put into, so that braces in it are text.</summary>
    private string Text(string part) => Messages.ResourceManager.GetString($"{Id}_{part}", CultureInfo.InvariantCulture)!;
}

/// <summary>What a rule sees before it says so.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Arguments">What fills the sentence.</param>
internal readonly record struct Sighting(FindingSubject Subject, object?[] Arguments)
{
    /// <summary>Which of the rule's sentences says so.</summary>
    public string Sentence { get; init; } = "Message";
}
