using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>User pools, clients and providers of IAM that are made with a pool.</summary>
/// <param name="changes">Takes what differs.</param>
/// <param name="removals">What goes of that which is not mentioned.</param>
/// <param name="shared">What other definitions of the same run say of the same parts.</param>
internal sealed class SupportPlanner(ChangeList changes, Removals removals, SharedAudiences shared)
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
            changes.Create(path, ChangeText.Describe(desired.Properties));
            changes.Close(new PlanStep.CreateUserPool(desired));
            return;
        }

        // A user pool holds people and has settings of many owners; it is made here and then left to its own tools.
        foreach (var (name, value) in desired.Properties.Where(property => !Covers(actual.Properties[property.Key], property.Value)))
        {
            throw DefinitionErrors.Create(
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
            changes.Create(path, ChangeText.Describe(desired.Properties));
            changes.Close(new PlanStep.CreateClient(desired));
            return;
        }

        if (desired.HasSecret != actual.HasSecret)
        {
            throw DefinitionErrors.Create(nameof(Messages.ClientSecretFixed), desired.Name, desired.Name, desired.ClientId);
        }

        foreach (var (name, value) in desired.Properties.Where(property => !Covers(actual.Properties[property.Key], property.Value)))
        {
            changes.Difference($"{path}.{name}", actual.Properties[name], value, Loss.OfMembers(actual.Properties[name], value));
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

        // The account has one provider for an issuer; its other audiences are those of other pools and of roles that nobody here knows.
        foreach (var clientId in actual.ClientIds.Except(desired.ClientIds).Except(shared.Collect(desired.Url)).Order(StringComparer.Ordinal))
        {
            changes.RemoveOrKeep($"{path}.ClientIds", clientId, removals.Prune);
            if (changes.HasPending)
            {
                changes.Close(new PlanStep.RemoveClientId(desired.Arn, clientId));
            }
        }

        PlanThumbprints(path, desired, actual);
        new TagChanges(changes, path + ".Tags", TagRules.Keys, MessageText.Format(nameof(Messages.ProviderOfArn), desired.Arn)).Add(
            desired.Tags,
            actual.Tags,
            tags => new PlanStep.TagOpenIdConnectProvider(desired.Arn, tags)
        );
    }

    /// <summary>The call replaces them all. Each is trusted to sign for the issuer, so that one which is not mentioned does not stay beside a new one.</summary>
    private void PlanThumbprints(string path, OpenIdConnectProviderState desired, OpenIdConnectProviderState actual)
    {
        if (desired.Thumbprints.Count == 0)
        {
            return;
        }

        foreach (var thumbprint in desired.Thumbprints.Except(actual.Thumbprints, StringComparer.OrdinalIgnoreCase))
        {
            changes.Create($"{path}.Thumbprints", thumbprint);
        }

        foreach (var thumbprint in actual.Thumbprints.Except(desired.Thumbprints, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
        {
            changes.Delete($"{path}.Thumbprints", thumbprint);
        }

        if (changes.HasPending)
        {
            changes.Close(new PlanStep.UpdateThumbprints(desired.Arn, desired.Thumbprints));
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

        // Whoever signs in by it is sent to where its metadata says, from every pool and role that uses it.
        if (!desired.HasMetadataOf(actual))
        {
            throw DefinitionErrors.Create(nameof(Messages.SamlProviderDiffers), desired.Name, desired.Name, desired.Arn);
        }

        new TagChanges(changes, path + ".Tags", TagRules.Keys, MessageText.Format(nameof(Messages.ProviderOfArn), desired.Arn)).Add(
            desired.Tags,
            actual.Tags,
            tags => new PlanStep.TagSamlProvider(desired.Arn, tags)
        );
    }
}
