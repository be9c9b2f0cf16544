# Fails outside of every test, after a test that failed and left something to clean up.
Describe 'Clean-up' {
    BeforeAll { $log = [Collections.Generic.List[string]]::new() }
    AfterEach { $log.Add('cleaned') }
    AfterAll { throw "after $log" }
    It 'fails' { throw 'first' }
}
