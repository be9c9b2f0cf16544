using System.Collections;
using System.Management.Automation;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Arguments;

/// <summary>
/// A pool that exists, or several: the text of a name with wildcards, of an id or of an ARN, an object with such properties, or a definition. It binds as it is
/// and is read by the command, so that a wrong one is an error of the command, with its own id, and not one of the binder.
/// </summary>
public sealed class PoolArgument
{
    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">Text, an object or a definition.</param>
    public PoolArgument(object argument) => Given = PSValue.Taken(argument)!;

    /// <summary>What was given.</summary>
    internal object Given { get; }

    /// <summary>Which pools are meant.</summary>
    /// <exception cref="DefinitionException">None is named, or what names one cannot be.</exception>
    internal PoolTarget Target =>
        Given switch
        {
            IdentityPool { Id: not null } known => new PoolTarget.Known(known),
            IdentityPool definition => definition.TypedName is { } name
                ? PoolTarget.OfName(name, definition)
                : throw DefinitionErrors.Create(nameof(Messages.ReadingNeedsId), definition, definition),
            string text => PoolTarget.OfText(text),
            TemplateValue value => PoolTarget.OfName(value, value),
            _ => OfProperties(Given),
        };

    /// <inheritdoc/>
    public override string ToString() => Given.ToString() ?? "";

    /// <summary>What properties of an object tell; the id is surer than the name.</summary>
    private static PoolTarget OfProperties(object given)
    {
        var properties = new PoolProperties(given);
        return properties.Reference() is { } pool ? new PoolTarget.Known(pool)
            : properties.Name is { } name ? PoolTarget.OfName(name, given)
            : throw DefinitionErrors.Create(nameof(Messages.PoolNotNamed), given, given);
    }
}

/// <summary>Which pools are meant.</summary>
internal abstract record PoolTarget
{
    private PoolTarget() { }

    /// <summary>What text means: no name of a pool has a colon, and each id and ARN has one.</summary>
    /// <exception cref="DefinitionException">The id, the ARN or the wildcards cannot be read.</exception>
    public static PoolTarget OfText(string text)
    {
        var pattern = text.Length == 0 ? throw DefinitionErrors.Create(nameof(Messages.EmptyPoolName), text) : NamePattern.Parse(text);
        return text.StartsWith("arn:", StringComparison.Ordinal) ? new Known(IdentityPool.FromArn(text))
            : text.Contains(':', StringComparison.Ordinal) ? new Known(IdentityPool.FromId(text))
            : new Named(text, pattern);
    }

    /// <summary>What the name of a definition or the property of an object means.</summary>
    /// <exception cref="DefinitionException">A function gives the name, or the text cannot be read.</exception>
    public static PoolTarget OfName(object name, object given) =>
        name switch
        {
            TemplateValue { Literal: { } literal } => OfText(literal),
            TemplateValue or IDictionary => throw DefinitionErrors.Create(nameof(Messages.PoolNameIsFunction), given, given),
            _ => OfText($"{name}"),
        };

    /// <summary>One pool of which the id is known.</summary>
    internal sealed record Known(IdentityPool Pool) : PoolTarget;

    /// <summary>Every pool of that name.</summary>
    internal sealed record Named(string Name, WildcardPattern Pattern) : PoolTarget
    {
        /// <summary>Whether just this name is meant, so that something is wrong if no pool has it.</summary>
        public bool IsLiteral => !WildcardPattern.ContainsWildcardCharacters(Name);
    }
}

/// <summary>What an object tells of a pool, as Select-Object, ConvertFrom-Json, Import-Csv and other modules make one; or a hashtable.</summary>
internal sealed class PoolProperties(object given)
{
    public object? Arn => Told("Arn", "IdentityPoolArn");

    public object? Id => Told("Id", "IdentityPoolId");

    public object? Name => Told("Name");

    /// <summary>The pool that id or ARN tell; null where neither is told.</summary>
    /// <exception cref="DefinitionException">They cannot be read, or are of two pools.</exception>
    public IdentityPool? Reference()
    {
        if (Arn is not { } arn)
        {
            return Id is { } only ? IdentityPool.FromId($"{only}") : null;
        }

        var pool = IdentityPool.FromArn($"{arn}");
        return Id is { } id && pool.Id != $"{id}" ? throw DefinitionErrors.Create(nameof(Messages.IdentityPoolIdIsNotOfArn), id, id, arn) : pool;
    }

    private object? Told(params string[] names) => names.Select(Value).Select(PSValue.Base).FirstOrDefault(told => told is not null and not "");

    /// <exception cref="DefinitionException">The object's own code for the property failed.</exception>
    private object? Value(string name)
    {
        try
        {
            return given is IDictionary table ? table[name] : PSObject.AsPSObject(given).Properties[name]?.Value;
        }
        catch (GetValueException exception)
        {
            throw DefinitionErrors.Create(nameof(Messages.PropertyUnreadable), given, name, exception.Message);
        }
    }
}
