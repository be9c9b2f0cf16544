using System.Globalization;
using IdentityPools.Values;

namespace IdentityPools.Findings;

/// <summary>A rule that looks for one kind of risk or mistake. Its sentences stand under its id in the resources.</summary>
internal abstract class FindingRule
{
    private const string DeveloperGuide = "https://docs.aws.amazon.com/cognito/latest/developerguide/";
    private const string IamUserGuide = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";

    /// <summary>The stable name, PascalCase.</summary>
    public string Id => GetType().Name;

    public abstract FindingSeverity Severity { get; }

    /// <summary>The page of AWS that explains it.</summary>
    public abstract Uri HelpUri { get; }

    public virtual string Title => Text("Title");

    /// <summary>What and why, for the page of the rules.</summary>
    public string Description => Text("Description");

    /// <summary>What to do about it, in general.</summary>
    public string Remedy => Text("Remedy");

    /// <summary>What the rule finds in a pool.</summary>
    public abstract IEnumerable<IdentityPoolFinding> Check(FindingContext context);

    protected static Uri Guide(string page) => new(DeveloperGuide + page);

    protected static Uri IamGuide(string page) => new(IamUserGuide + page);

    /// <summary>A finding; the arguments fill the sentences of message and remedy.</summary>
    protected IdentityPoolFinding Found(FindingContext context, FindingSubject subject, params object?[] arguments) =>
        new(this, subject, context.Pool, Sentence("Message", Names(arguments)), Remedy);

    private static object?[] Names(object?[] arguments) => [.. arguments.Select(PartName.Of)];

    /// <summary>A sentence that nothing is put into, so that braces in it are text.</summary>
    private string Text(string part) => Messages.ResourceManager.GetString($"{Id}_{part}", CultureInfo.InvariantCulture)!;

    private string Sentence(string part, params object?[] arguments) => Fault.Sentence($"{Id}_{part}", arguments);
}
