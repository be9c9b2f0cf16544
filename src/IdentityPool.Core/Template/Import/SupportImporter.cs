using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Reads user pools, clients and IAM providers that a template creates.</summary>
internal static class SupportImporter
{
    /// <summary>The user pool, whatever else its resource says carried along.</summary>
    public static UserPool UserPool(ResourceSource resource)
    {
        resource.RefuseVariables();
        resource.Template.Carry(resource.Id);
        return IdentityPools.UserPool.Define(
            resource.Value("UserPoolName"),
            SelfSignUp(resource),
            PasswordLength(resource),
            resource.TagMap("UserPoolTags"),
            resource.Id,
            resource.DeletionPolicy,
            resource.Rest()
        );
    }

    public static UserPoolClient UserPoolClient(ResourceSource resource)
    {
        resource.RefuseVariables();
        resource.Template.Carry(resource.Id);
        resource.Take("UserPoolId");
        var flows = OAuthFlows(resource);
        return IdentityPools.UserPoolClient.Define(
            new()
            {
                Name = resource.Value("ClientName"),
                GenerateSecret = resource.TakeFlag("GenerateSecret"),
                ExplicitAuthFlows = resource.TakeValues("ExplicitAuthFlows") ?? [],
                PreventUserExistenceErrors = resource.TakeText("PreventUserExistenceErrors"),
                SupportedIdentityProviders = resource.TakeValues("SupportedIdentityProviders") ?? [],
                AllowedOAuthFlows = flows,
                AllowedOAuthScopes = resource.TakeValues("AllowedOAuthScopes") ?? [],
                CallbackUrls = resource.TakeValues("CallbackURLs") ?? [],
                LogoutUrls = resource.TakeValues("LogoutURLs") ?? [],
                LogicalId = resource.Id,
                AdditionalProperties = resource.Rest(),
            }
        );
    }

    public static OpenIdConnectProvider OpenIdConnectProvider(ResourceSource resource)
    {
        resource.RefuseVariables();
        resource.Template.Carry(resource.Id);
        var url = resource.Value("Url") ?? throw DefinitionErrors.Create(nameof(Messages.ImportRequired), resource.Id, "Url", resource.Id, resource.Type);
        var provider = IdentityPools.OpenIdConnectProvider.Define(
            url,
            resource.Values("ClientIdList"),
            resource.Values("ThumbprintList"),
            resource.TagList("Tags"),
            resource.Id
        );
        resource.WarnOfRest();
        return provider;
    }

    public static SamlProvider SamlProvider(ResourceSource resource)
    {
        resource.RefuseVariables();
        resource.Template.Carry(resource.Id);
        var document =
            resource.Value("SamlMetadataDocument")
            ?? throw DefinitionErrors.Create(nameof(Messages.ImportRequired), resource.Id, "SamlMetadataDocument", resource.Id, resource.Type);
        var provider = IdentityPools.SamlProvider.Define(resource.Value("Name"), document, resource.TagList("Tags"), resource.Id);
        resource.WarnOfRest();
        return provider;
    }

    /// <summary>The flows where the client uses them; what the definition cannot hold stays with the switch that turns it on.</summary>
    private static ValueList<TemplateValue> OAuthFlows(ResourceSource resource)
    {
        const string Switch = "AllowedOAuthFlowsUserPoolClient";
        var flows = resource.Peek(Switch)?.Equals(TemplateScalar.True) == true ? resource.TakeValues("AllowedOAuthFlows") ?? [] : [];
        if (flows.Count > 0)
        {
            resource.TakeExactly(Switch, true);
        }

        return flows;
    }

    private static bool? SelfSignUp(ResourceSource resource) =>
        resource.TakeExactly("AdminCreateUserConfig", TemplateMapping.Single("AllowAdminCreateUserOnly", true)) ? false
        : resource.TakeExactly("AdminCreateUserConfig", TemplateMapping.Single("AllowAdminCreateUserOnly", false)) ? true
        : null;

    private static int? PasswordLength(ResourceSource resource)
    {
        const string Policies = "Policies";
        var written = ((resource.Peek(Policies) as TemplateMapping)?["PasswordPolicy"] as TemplateMapping)?["MinimumLength"];
        return
            written is TemplateScalar { Text: var text }
            && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var length)
            && length >= Limits.PasswordLength.Minimum
            && length <= Limits.PasswordLength.Maximum
            && resource.TakeExactly(Policies, SupportingResources.PasswordPolicy(length))
            ? length
            : null;
    }
}
