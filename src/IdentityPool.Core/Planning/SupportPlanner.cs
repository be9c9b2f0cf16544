using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Planning;

/// <summary>User pools, clients and providers of IAM that are made with a pool.</summary>
internal sealed class SupportPlanner(ChangeList changes)
{
    public void Plan(LiveState desired, LiveState actual)
    {
        foreach (var userPool in desired.UserPools)
        {
            Plan(userPool, actual.UserPools.FirstOrDefault(known => known.Id == userPool.Id));
        }

        foreach (var client in desired.Clients)
        {
            Plan(client, actual.Clients.FirstOrDefault(known => known.ClientId == client.ClientId));
        }

        foreach (var provider in desired.OpenIdConnectProviders)
        {
            Plan(provider, actual.OpenIdConnectProviders.FirstOrDefault(known => known.Arn == provider.Arn));
        }

        foreach (var provider in desired.SamlProviders)
        {
            Plan(provider, actual.SamlProviders.FirstOrDefault(known => known.Arn == provider.Arn));
        }
    }

    /// <summary>Whether a client has all that a definition asks for.</summary>
    public static bool IsAsWanted(ClientState desired, ClientState actual) =>
        desired.HasSecret == actual.HasSecret && Covers(actual.Properties, desired.Properties);

    private void Plan(UserPoolState desired, UserPoolState? actual)
    {
        var path = $"UserPools[{desired.Name}]";
        if (actual is null)
        {
            changes.Create(path, ChangeText.Of(desired.Properties));
            changes.Close(new PlanStep.CreateUserPool(desired));
            return;
        }

        // A user pool holds people and has settings of many owners; it is made here and then left to its own tools.
        foreach (var (name, value) in desired.Properties.Where(property => !Covers(actual.Properties[property.Key], property.Value)))
        {
            throw Fault.Of(
                nameof(Messages.UserPoolDiffers),
                desired.Name,
                desired.Name,
                desired.Id,
                name,
                actual.Properties[name]?.ToString() ?? "nothing",
                value
            );
        }
    }

    /// <summary>Whether what is mentioned is there; what is not mentioned may be anything.</summary>
    private static bool Covers(TemplateNode? actual, TemplateNode mentioned) =>
        mentioned is TemplateMapping mapping
            ? actual is TemplateMapping known && mapping.All(entry => Covers(known[entry.Key], entry.Value))
            : actual is not null && PolicyText.AreSame(actual, mentioned);

    private void Plan(ClientState desired, ClientState? actual)
    {
        var path = $"UserPools[{Pending.Readable(desired.UserPoolId)}].UserPoolClient[{desired.Name}]";
        if (actual is null)
        {
            changes.Create(path, ChangeText.Of(desired.Properties));
            changes.Close(new PlanStep.CreateClient(desired));
            return;
        }

        if (desired.HasSecret != actual.HasSecret)
        {
            throw Fault.Of(nameof(Messages.ClientSecretFixed), desired.Name, desired.Name, desired.ClientId);
        }

        foreach (var (name, value) in desired.Properties.Where(property => !Covers(actual.Properties[property.Key], property.Value)))
        {
            changes.Difference($"{path}.{name}", actual.Properties[name], value);
        }

        if (changes.HasPending)
        {
            // The name stays: a client that was named from its pool keeps its name when the pool is renamed.
            changes.Close(new PlanStep.UpdateClient(desired with { Name = actual.Name, Properties = Merged(actual.Properties, desired.Properties) }));
        }
    }

    private static TemplateMapping Merged(TemplateMapping actual, TemplateMapping desired) =>
        new([
            .. actual.Where(entry => desired[entry.Key] is null),
            .. desired.Select(entry =>
                entry.Value is TemplateMapping inner && actual[entry.Key] is TemplateMapping known
                    ? KeyValuePair.Create(entry.Key, (TemplateNode)Merged(known, inner))
                    : entry
            ),
        ]);

    private void Plan(OpenIdConnectProviderState desired, OpenIdConnectProviderState? actual)
    {
        var path = $"OpenIdConnectProviders[{desired.Url}]";
        if (actual is null)
        {
            changes.Create(path, $"client ids {desired.ClientIds}");
            changes.Close(new PlanStep.CreateOpenIdConnectProvider(desired));
            return;
        }

        foreach (var clientId in desired.ClientIds.Except(actual.ClientIds))
        {
            changes.Create($"{path}.ClientIds", clientId);
            changes.Close(new PlanStep.AddClientId(desired.Arn, clientId));
        }

        foreach (var clientId in actual.ClientIds.Except(desired.ClientIds))
        {
            changes.Delete($"{path}.ClientIds", clientId);
            changes.Close(new PlanStep.RemoveClientId(desired.Arn, clientId));
        }

        if (desired.Thumbprints.Count > 0 && !desired.Thumbprints.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(actual.Thumbprints))
        {
            changes.Update($"{path}.Thumbprints", actual.Thumbprints, desired.Thumbprints);
            changes.Close(new PlanStep.UpdateThumbprints(desired.Arn, desired.Thumbprints));
        }

        if (TagChanges.Note(changes, path + ".Tags", desired.Tags, actual.Tags) is { Count: > 0 } tags)
        {
            changes.Close(new PlanStep.TagOpenIdConnectProvider(desired.Arn, tags));
        }
    }

    private void Plan(SamlProviderState desired, SamlProviderState? actual)
    {
        var path = $"SamlProviders[{desired.Name}]";
        if (actual is null)
        {
            changes.Create(path, $"metadata of {desired.MetadataDocument.Length} characters");
            changes.Close(new PlanStep.CreateSamlProvider(desired));
            return;
        }

        if (desired.MetadataDocument != actual.MetadataDocument)
        {
            changes.Update($"{path}.MetadataDocument", $"{actual.MetadataDocument.Length} characters", $"{desired.MetadataDocument.Length} other characters");
            changes.Close(new PlanStep.UpdateSamlProvider(desired.Arn, desired.MetadataDocument));
        }

        if (TagChanges.Note(changes, path + ".Tags", desired.Tags, actual.Tags) is { Count: > 0 } tags)
        {
            changes.Close(new PlanStep.TagSamlProvider(desired.Arn, tags));
        }
    }
}
