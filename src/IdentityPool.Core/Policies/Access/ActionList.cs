using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Policies;

/// <summary>The actions that AWS has, as far as this version knows: AWS adds some every week, so that one that is not here is a doubt and no fault.</summary>
internal static class ActionList
{
    private static readonly Lazy<Dictionary<string, string[]>> Services = new(Read);

    /// <summary>What speaks against an action or pattern of actions; null where nothing does.</summary>
    public static string? Doubt(string action)
    {
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || PolicyVariables.HasWildcard(action[..colon]))
        {
            return null;
        }

        var (service, name) = (action[..colon].ToLowerInvariant(), action[(colon + 1)..]);
        if (!Services.Value.TryGetValue(service, out var actions))
        {
            return MessageText.Format(
                nameof(Messages.ServiceNotKnown),
                action,
                action[..colon],
                NearMiss.Question(NearMiss.Find(service, Services.Value.Keys))
            );
        }

        if (actions.Length == 0 || Array.Exists(actions, known => Wildcard.Matches(name, known, ignoreCase: true)))
        {
            return null;
        }

        var near = NearMiss.Find(name, actions);
        return MessageText.Format(nameof(Messages.ActionNotKnown), action, service, NearMiss.Question(near is null ? null : $"{service}:{near}"));
    }

    private static Dictionary<string, string[]> Read()
    {
        using var reader = new StreamReader(typeof(ActionList).Assembly.GetManifestResourceStream("IdentityPools.Policies.actions.txt")!);
        var services = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                services.Add(line[..colon], line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return services;
    }
}

/// <summary>An action of the catalogue.</summary>
/// <param name="Name">The action, with its service: <c>s3:GetObject</c>; <c>*</c> stands for any text.</param>
/// <param name="Service">The service.</param>
/// <param name="Access">The access that it belongs to.</param>
internal sealed record KnownAction(string Name, AwsService Service, AccessLevel Access)
{
    /// <summary>The service as actions name it, with the colon.</summary>
    public string Prefix => Name[..(Name.IndexOf(':', StringComparison.Ordinal) + 1)];
}
