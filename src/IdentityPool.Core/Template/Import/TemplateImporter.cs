using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Reads the identity pools of a template: our own, the CDK's, or one written by hand.</summary>
internal static class TemplateImporter
{
    /// <param name="root">The tree of the template.</param>
    /// <param name="logicalIds">Which pools; all where none is named.</param>
    /// <param name="next">Called before each pool; what it throws ends the import.</param>
    /// <param name="isEvaluated">Whether values were put in the place of the template's parameters and conditions.</param>
    /// <exception cref="DefinitionException">The tree is not a template, or has no such pool.</exception>
    public static ImportedTemplate Import(TemplateNode root, IReadOnlyCollection<string>? logicalIds = null, Action? next = null, bool isEvaluated = false)
    {
        logicalIds ??= [];
        var file = TemplateShape.Read(root);
        var template = new TemplateSource(file.Template, isEvaluated);
        if (file.Warning is { } warning)
        {
            template.Say(warning);
        }

        template.CheckMacros();
        var sources = template.OfType(ResourceTypes.IdentityPool).ToList();
        var missing = logicalIds.FirstOrDefault(id => template.Find(id, ResourceTypes.IdentityPool) is null);
        if (missing is not null)
        {
            throw DefinitionErrors.Create(
                nameof(Messages.UnknownLogicalId),
                missing,
                missing,
                string.Join(", ", sources.Select(source => source.Id).DefaultIfEmpty(Messages.NoProviders))
            );
        }

        if (sources.Count == 0)
        {
            throw template.OfType(ResourceTypes.RoleAttachment).Concat(template.OfType(ResourceTypes.PrincipalTag)).FirstOrDefault() is { } part
                ? DefinitionErrors.Create(nameof(Messages.PoolElsewhere), part.Id, part.Id, part.Type, part.PoolId)
                : DefinitionErrors.Create(nameof(Messages.NoIdentityPool), null);
        }

        var wanted = logicalIds.ToHashSet(StringComparer.Ordinal);
        var pools = new List<IdentityPool>();
        var faults = new List<DefinitionException>();
        foreach (var source in sources.Where(source => wanted.Count == 0 || wanted.Contains(source.Id)))
        {
            next?.Invoke();
            try
            {
                var pool = new PoolImporter(source).Import();
                foreach (var doubt in ImportDoubts.Find(pool))
                {
                    template.Warn(nameof(Messages.ImportDoubt), source.Id, doubt);
                }

                pools.Add(pool);
            }
            catch (DefinitionException exception)
            {
                faults.Add(DefinitionErrors.CreateWithSentence(exception.ErrorId, nameof(Messages.ImportFault), source.Id, source.Id, exception.Message));
            }
        }

        template.WarnOfReferences();
        return new(pools.ToValueList(), template.Warnings.ToValueList(), faults.ToValueList());
    }
}

/// <summary>What a template says about identity pools.</summary>
/// <param name="Pools">The pools that could be read.</param>
/// <param name="Warnings">What could not be imported, each naming its place.</param>
/// <param name="Errors">The pools that could not be read, with the reason.</param>
internal sealed record ImportedTemplate(ValueList<IdentityPool> Pools, ValueList<string> Warnings, ValueList<DefinitionException> Errors);

/// <summary>What a definition that others wrote holds though it would be refused in one's own: AWS may take it, so it is imported and spoken of.</summary>
internal static class ImportDoubts
{
    public static IEnumerable<string> Find(IdentityPool pool)
    {
        var roles = pool.Roles;
        var entities = roles
            .Select(role => role.TypedArn)
            .Concat(roles.Select(role => role.TypedPermissionsBoundary))
            .Concat(roles.SelectMany(role => role.TypedManagedPolicyArns))
            .Concat(pool.OpenIdConnectProviders.Select(provider => provider.TypedArn))
            .Concat(pool.SamlProviders.Select(provider => provider.TypedArn))
            .OfType<TemplateValue>()
            .Select(WrittenArn.EntityError);
        var issuers = pool
            .OpenIdConnectProviders.Select(provider => provider.TypedArn ?? provider.TypedUrl)
            .OfType<TemplateValue>()
            .Select(WrittenIssuer.Error);
        var statements = roles.SelectMany(role => role.Statements).ToList();
        var regions = pool.UserPools.Select(authentication => authentication.UserPool.TypedId?.Literal).OfType<string>().Select(UserPool.RegionOf).ToList();
        return
        [
            .. entities
                .Concat(issuers)
                .OfType<DefinitionException>()
                .Concat(statements.SelectMany(WrittenStatement.Errors))
                .Select(exception => exception.Message),
            .. regions.Select(AwsRegion.Error).OfType<DefinitionException>().Select(exception => exception.Message),
            .. statements.SelectMany(WrittenStatement.Doubts),
            .. pool
                .UserPools.SelectMany(known => known.UserPoolClient.TypedCallbackUrls.Concat(known.UserPoolClient.TypedLogoutUrls))
                .Select(url => url.Literal)
                .OfType<string>()
                .Where(IsLoopbackAddress)
                .Distinct()
                .Select(url => MessageText.Format(nameof(Messages.LoopbackCallback), url)),
            .. regions.Where(region => AwsRegion.Error(region) is null && !AwsRegion.Known.Contains(region)).Distinct().Select(AwsRegion.Doubt),
        ];
    }

    private static bool IsLoopbackAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme == Uri.UriSchemeHttp
        && url.Host != "localhost"
        && UserPoolClientRules.IsOfThisMachine(url);
}
