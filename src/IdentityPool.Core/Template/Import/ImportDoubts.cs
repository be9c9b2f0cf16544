using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>What a definition that others wrote holds though it would be refused in one's own: AWS may take it, so it is carried and spoken of.</summary>
internal static class ImportDoubts
{
    public static IEnumerable<string> Of(IdentityPool pool)
    {
        var roles = pool.Roles;
        var entities = roles
            .Select(role => role.Arn)
            .Concat(roles.Select(role => role.PermissionsBoundary))
            .Concat(roles.SelectMany(role => role.ManagedPolicyArns))
            .Concat(pool.OpenIdConnectProviders.Select(provider => provider.Arn))
            .Concat(pool.SamlProviders.Select(provider => provider.Arn))
            .OfType<TemplateValue>()
            .Select(WrittenArn.EntityFault);
        var issuers = pool.OpenIdConnectProviders.Select(provider => provider.Arn ?? provider.Url).OfType<TemplateValue>().Select(WrittenIssuer.Fault);
        var statements = roles.SelectMany(role => role.Statements).ToList();
        var regions = pool.UserPools.Select(authentication => authentication.UserPool.Id?.Literal).OfType<string>().Select(UserPool.RegionOf).ToList();
        return
        [
            .. entities.Concat(issuers).OfType<DefinitionException>().Concat(statements.SelectMany(WrittenStatement.Faults)).Select(fault => fault.Message),
            .. regions.Select(AwsRegion.Fault).OfType<DefinitionException>().Select(fault => fault.Message),
            .. statements.SelectMany(WrittenStatement.Doubts),
            .. regions.Where(region => AwsRegion.Fault(region) is null && !AwsRegion.Known.Contains(region)).Distinct().Select(AwsRegion.Doubt),
        ];
    }
}
