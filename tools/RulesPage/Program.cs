using IdentityPools.RulesPage;

File.WriteAllText(Page.Path, Page.Text());
Console.WriteLine(Page.Path);
