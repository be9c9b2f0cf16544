using System.Management.Automation;
using System.Reflection;
using IdentityPools.Commands;
using IdentityPools.Validation;

namespace IdentityPools.Completion;

/// <summary>
/// A command of this module on the line, asked what it does to a pool. It is filled in with the arguments that are known and never run; what it may take more
/// than these from is its own promise (<see cref="IChangesPool"/>).
/// </summary>
internal static class LineCommand
{
    /// <summary>The pools that a command emits: what it defines, or what it makes of those that come to it. A command that is not known passes them on.</summary>
    public static IReadOnlyList<IdentityPool> Emitted(Type? command, CommandArguments arguments, IReadOnlyList<IdentityPool> incoming) =>
        command is null ? incoming
        : typeof(IDefinesPool).IsAssignableFrom(command) ? [Defined(command, arguments)]
        : typeof(IChangesPool).IsAssignableFrom(command) ? [.. incoming.Select(pool => Changed(command, arguments, pool))]
        : incoming;

    /// <summary>The pool with what is known and valid of it so far.</summary>
    private static IdentityPool Defined(Type command, CommandArguments arguments)
    {
        try
        {
            return Filled<IDefinesPool>(command, arguments) is var (filled, isGiven) ? filled.Define(isGiven) : IdentityPool.Create(new());
        }
        catch (DefinitionException)
        {
            return IdentityPool.Create(new());
        }
    }

    /// <summary>The changed pool; the same pool where the change is not known or not valid yet.</summary>
    private static IdentityPool Changed(Type command, CommandArguments arguments, IdentityPool pool)
    {
        try
        {
            return Filled<IChangesPool>(command, arguments) is var (filled, isGiven) ? filled.Change(isGiven).Apply(pool) : pool;
        }
        catch (DefinitionException)
        {
            return pool;
        }
    }

    /// <summary>The command with the arguments that are known; null where one that it cannot do without is not.</summary>
    private static (T Command, Predicate<string> IsGiven)? Filled<T>(Type type, CommandArguments arguments)
    {
        var command = Activator.CreateInstance(type)!;
        var parameters = type.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))).ToList();
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            if (arguments[parameter.Name] is { } argument && Converted(argument, parameter.PropertyType) is { } value)
            {
                parameter.SetValue(command, value);
                given.Add(parameter.Name);
            }
        }

        return IsComplete(parameters, given) ? ((T)command, given.Contains) : null;
    }

    /// <summary>Whether a parameter set has all that is mandatory; the pool comes by the pipeline.</summary>
    private static bool IsComplete(List<PropertyInfo> parameters, HashSet<string> given)
    {
        var roles = parameters
            .Where(parameter => parameter.PropertyType != typeof(IdentityPool))
            .SelectMany(parameter =>
                parameter.GetCustomAttributes<ParameterAttribute>().Select(role => (parameter.Name, role.ParameterSetName, role.Mandatory))
            )
            .ToList();
        return roles
            .Select(role => role.ParameterSetName)
            .Where(set => set != ParameterAttribute.AllParameterSets)
            .DefaultIfEmpty(ParameterAttribute.AllParameterSets)
            .Any(set =>
                roles
                    .Where(role => role.Mandatory && (role.ParameterSetName == set || role.ParameterSetName == ParameterAttribute.AllParameterSets))
                    .All(role => given.Contains(role.Name))
            );
    }

    /// <summary>An argument as the parameter takes it; null where that is not known without running something.</summary>
    private static object? Converted(object argument, Type type) =>
        type.IsInstanceOfType(argument) ? argument
        : type == typeof(string) ? $"{argument}"
        : type == typeof(SwitchParameter)
            ? argument is bool isPresent ? new SwitchParameter(isPresent)
                : null
        : type.IsEnum
            ? Enum.TryParse(type, $"{argument}", ignoreCase: true, out var value) ? value
                : null
        : type.IsArray ? Converted(CompletionSession.Items(argument).ToList(), type.GetElementType()!)
        // A credential is a secret, and a dictionary is taken as it is or not at all.
        : type.Assembly == typeof(LineCommand).Assembly
            ? Activator.CreateInstance(type, BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance, null, [argument], null)
        : null;

    private static Array? Converted(List<object> items, Type type)
    {
        var converted = items.Select(item => Converted(item, type)).OfType<object>().ToArray();
        if (converted.Length == 0)
        {
            return null;
        }

        var array = Array.CreateInstance(type, converted.Length);
        converted.CopyTo(array, 0);
        return array;
    }
}
