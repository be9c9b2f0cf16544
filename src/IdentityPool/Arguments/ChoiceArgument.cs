using System.Globalization;
using System.Management.Automation;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Arguments;

/// <summary>
/// One word of a closed set. It binds like the enumeration, but the engine leaves its completion to the module: it would complete an enumeration by itself,
/// without a word on what each value means, and with values that a pool lacks.
/// </summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class ChoiceArgument<T>
    where T : struct, Enum
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A value of the enumeration, its name, or as much of it as is unambiguous.</param>
    public ChoiceArgument(object argument) => this.argument = PSValue.Base(argument);

    internal T Value =>
        argument is T value || LanguagePrimitives.TryConvertTo(argument, CultureInfo.InvariantCulture, out value)
            ? value
            : throw DefinitionErrors.Create(
                nameof(Messages.UnknownChoice),
                argument,
                argument,
                string.Join(", ", Enum.GetNames<T>()),
                NearMiss.Question(NearMiss.Find($"{argument}", Enum.GetNames<T>()))
            );

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}
