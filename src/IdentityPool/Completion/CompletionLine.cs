using System.Management.Automation.Language;
using IdentityPools.Live;
using IdentityPools.Model;

namespace IdentityPools.Completion;

/// <summary>The line on which the user asks for completion, and what can be known from it.</summary>
internal sealed class CompletionLine(CommandAst command, CommandArguments arguments, CompletionWord word, string parameter, CompletionSession session)
{
    private readonly Lazy<IReadOnlyList<IdentityPool>> pools = new(() => LinePools.Find(command, arguments, session));

    /// <summary>The arguments of the command that are known so far.</summary>
    public CommandArguments Arguments => arguments;

    /// <summary>The command that is completed.</summary>
    public string? Command => command.GetCommandName();

    /// <summary>The word so far, without its quotes.</summary>
    public string Word => word.Text;

    /// <summary>What can be seen from the prompt.</summary>
    public CompletionSession Session => session;

    /// <summary>The parameter whose argument is completed.</summary>
    public string Parameter => parameter;

    /// <summary>What the list has already of which the word is a part.</summary>
    public IEnumerable<string> Given => (arguments[parameter] is not null ? arguments.Texts(parameter) : OpenList()).Where(text => text != word.Text);

    /// <summary>The pools that the command gets from its pipeline or as <c>-InputObject</c>; in parentheses, those of the command around.</summary>
    public IReadOnlyList<IdentityPool> Pools => pools.Value;

    /// <summary>The region of the first pool of the line, or else of the session; null where neither is known.</summary>
    public string? Region => (Pools is [var first, ..] ? first.Region : null) ?? DefaultSession.Value?.Region;

    /// <summary>Whether all is known that the pools of the line have: nothing is of a mere reference.</summary>
    public bool KnowsPools => Pools.Count > 0 && Pools.All(pool => !pool.IsReference);

    /// <summary>The pools of the line; where it has none, those that variables of the session hold.</summary>
    public IEnumerable<IdentityPool> PoolsAtHand => Pools.Count > 0 ? Pools : session.Holding<IdentityPool>().Select(held => held.Value);

    /// <summary>The provider that the command names, or the command around it; null where none is known.</summary>
    public ProviderReference? Provider =>
        LineProvider.Find(arguments.Without(parameter))
        ?? (LinePools.Around(command) is { } around ? LineProvider.Find(CommandArguments.From(around, session)) : null);

    /// <summary>The names of the roles that are defined on the line, to be part of the pool further on.</summary>
    public IEnumerable<string> DefinedRoles => LinePools.DefinedRoles(command, session);

    // A list that ends with its comma is not an argument yet.
    private IEnumerable<string> OpenList() =>
        command.CommandElements[^1] is ErrorExpressionAst { NestedAst: { } elements }
            ? elements
                .SelectMany(element => element.FindAll(ast => ast is StringConstantExpressionAst, searchNestedScriptBlocks: false))
                .Cast<StringConstantExpressionAst>()
                .Select(text => text.Value)
            : [];
}
