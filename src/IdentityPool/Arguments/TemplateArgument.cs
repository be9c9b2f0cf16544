namespace IdentityPools.Arguments;

/// <summary>
/// Text, or an intrinsic function as a hashtable. Arguments bind as they are and are read by the command, so that a wrong one is an error of the command,
/// with its own id, and not one of the binder.
/// </summary>
public sealed class TemplateArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">Text, a hashtable or a value of a definition.</param>
    public TemplateArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal TemplateValue Value => TemplateValue.FromObject(argument);

    /// <summary>The values of arguments; none for a parameter that was not given.</summary>
    internal static ValueList<TemplateValue> ValuesOf(TemplateArgument[]? arguments) => (arguments ?? []).Select(argument => argument.Value).ToValueList();

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}
