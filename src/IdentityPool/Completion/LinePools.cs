using System.Management.Automation.Language;

namespace IdentityPools.Completion;

/// <summary>
/// The pools that come to a command on a line: from a variable, or as the commands before it define them. Nothing is run; what the module's own commands
/// would add is added to the definition here, as far as their arguments are known.
/// </summary>
internal static class LinePools
{
    /// <summary>The pools of a command; none where they are not known.</summary>
    public static IReadOnlyList<IdentityPool> Find(CommandAst command, CommandArguments arguments, CompletionSession session)
    {
        if (arguments.Items("InputObject").OfType<IdentityPool>().ToList() is { Count: > 0 } named)
        {
            return named;
        }

        var before = (command.Parent as PipelineAst)?.PipelineElements.TakeWhile(element => element != command).ToList();
        return before is { Count: > 0 } ? Emitted(before, session)
            : Around(command) is { } around ? Find(around, CommandArguments.From(around, session), session)
            : [];
    }

    /// <summary>The command in whose argument the command stands, in parentheses.</summary>
    public static CommandAst? Around(Ast command)
    {
        var parent = command.Parent;
        while (parent is not null and not CommandAst)
        {
            parent = parent.Parent;
        }

        return parent as CommandAst;
    }

    /// <summary>The names of the roles that the pipeline defines, nested commands included.</summary>
    public static IEnumerable<string> DefinedRoles(CommandAst command, CompletionSession session) =>
        command
            .Parent.FindAll(ast => ast is CommandAst { } nested && Is(nested, "New-IdentityPoolRole"), searchNestedScriptBlocks: false)
            .Cast<CommandAst>()
            .SelectMany(role => CommandArguments.From(role, session).Texts("Name"));

    private static IReadOnlyList<IdentityPool> Emitted(IEnumerable<CommandBaseAst> elements, CompletionSession session)
    {
        IReadOnlyList<IdentityPool> pools = [];
        foreach (var element in elements)
        {
            pools = element switch
            {
                CommandExpressionAst { Expression: VariableExpressionAst variable } => Held(variable, session),
                CommandAst command => LineCommand.Emitted(session.OwnCommand(command.GetCommandName()), CommandArguments.From(command, session), pools),
                _ => [],
            };
        }

        return pools;
    }

    // Where a variable comes from is always further up in the text, so this has an end.
    private static IReadOnlyList<IdentityPool> Held(VariableExpressionAst variable, CompletionSession session)
    {
        if (variable.VariablePath.UserPath is "_" or "PSItem")
        {
            return Around(variable) is { } around ? Find(around, CommandArguments.From(around, session), session) : [];
        }

        if (CompletionSession.Items(session.Value(variable.VariablePath)).OfType<IdentityPool>().ToList() is { Count: > 0 } held)
        {
            return held;
        }

        return Assigned(variable) is PipelineAst pipeline ? Emitted(pipeline.PipelineElements, session) : [];
    }

    /// <summary>What a script says further up that the variable is, while it has not run.</summary>
    private static StatementAst? Assigned(VariableExpressionAst variable)
    {
        Ast root = variable;
        while (root.Parent is not null)
        {
            root = root.Parent;
            if (root is ForEachStatementAst loop && IsSame(loop.Variable, variable) && loop.Condition.Extent.EndOffset <= variable.Extent.StartOffset)
            {
                return loop.Condition;
            }
        }

        return root.FindAll(ast => ast is AssignmentStatementAst, searchNestedScriptBlocks: true)
            .Cast<AssignmentStatementAst>()
            .LastOrDefault(assignment =>
                assignment.Operator == TokenKind.Equals
                && assignment.Extent.EndOffset <= variable.Extent.StartOffset
                && assignment.Left is VariableExpressionAst assigned
                && IsSame(assigned, variable)
            )
            ?.Right;
    }

    private static bool IsSame(VariableExpressionAst one, VariableExpressionAst other) =>
        string.Equals(one.VariablePath.UserPath, other.VariablePath.UserPath, StringComparison.OrdinalIgnoreCase);

    private static bool Is(CommandAst command, string name) => string.Equals(Name(command), name, StringComparison.OrdinalIgnoreCase);

    private static string Name(CommandAst command) => (command.GetCommandName() ?? "").Split('\\')[^1];
}
