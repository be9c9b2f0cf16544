using System.Collections;
using System.Management.Automation.Language;
using IdentityPools.Arguments;
using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools.Completion;

/// <summary>The arguments of a command on the line, as far as their values can be told without running anything.</summary>
internal sealed class CommandArguments
{
    private readonly Dictionary<string, object?> values;

    private CommandArguments(IEnumerable<KeyValuePair<string, object?>> values) => this.values = new(values, StringComparer.OrdinalIgnoreCase);

    /// <summary>The arguments of the command that is being completed, as the engine found them.</summary>
    public static CommandArguments From(IDictionary? bound) =>
        new(
            (bound ?? new Hashtable())
                .Cast<DictionaryEntry>()
                .Select(entry => KeyValuePair.Create($"{entry.Key}", CompletionSession.Known(PSValue.Base(entry.Value))))
        );

    /// <summary>The arguments of another command on the line; none of a command that is not ours.</summary>
    public static CommandArguments From(CommandAst command, CompletionSession session) =>
        !session.IsOwn(command.GetCommandName())
            ? new([])
            : new(
                StaticParameterBinder
                    .BindCommand(command, resolve: true)
                    .BoundParameters.Select(bound => KeyValuePair.Create(bound.Key, bound.Value.ConstantValue ?? Value(bound.Value.Value, session)))
            );

    /// <summary>The value of an argument; null where there is none or where it is not known yet.</summary>
    public object? this[string parameter] => values.GetValueOrDefault(parameter);

    /// <summary>The arguments but one: the word that is being completed says nothing yet.</summary>
    public CommandArguments Without(string parameter) => new(values.Where(value => !string.Equals(value.Key, parameter, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The items of an argument that may be a list.</summary>
    public IEnumerable<object> Items(string parameter) => CompletionSession.Items(this[parameter]);

    /// <summary>The items of an argument that may be a list, as text.</summary>
    public IEnumerable<string> Texts(string parameter) => Items(parameter).Select(item => $"{item}");

    private static object? Value(Ast? argument, CompletionSession session) =>
        argument switch
        {
            ConstantExpressionAst constant => constant.Value,
            VariableExpressionAst variable => session.Value(variable.VariablePath),
            ArrayLiteralAst list => list.Elements.Select(element => Value(element, session)).ToArray(),
            _ => null,
        };
}

/// <summary>The provider that the arguments of a command on the line name.</summary>
internal static class LineProvider
{
    /// <summary>The provider; null where none is named, or not well.</summary>
    public static ProviderReference? Find(CommandArguments arguments)
    {
        try
        {
            return ProviderArguments.Reference(
                Enum.TryParse<LoginProviderName>($"{arguments["Provider"]}", ignoreCase: true, out var login) ? login : null,
                arguments["UserPool"] is { } userPool ? new(userPool) : null,
                arguments["UserPoolClient"] is { } client ? new(client) : null,
                arguments["OpenIdConnectProvider"] is { } openIdConnectProvider ? new(openIdConnectProvider) : null,
                arguments["SamlProvider"] is { } samlProvider ? new(samlProvider) : null,
                arguments["ProviderUrl"] is { } url ? new(url) : null
            );
        }
        catch (DefinitionException)
        {
            // Half a line is often not valid yet.
            return null;
        }
    }
}
